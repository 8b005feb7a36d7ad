namespace Drever.Kql.Binding;

/// <summary>What is known of a dynamic value before it runs.</summary>
internal enum DynamicShape : byte
{
    Any,
    Array,
    Bag,
    /// <summary>A single value.</summary>
    Value,
}

internal static class DynamicShapes
{
    public static DynamicShape Of(BoundExpression expression) => expression switch
    {
        BoundLiteral { Value: KqlJson json } => json.Text[0] switch
        {
            '[' => DynamicShape.Array,
            '{' => DynamicShape.Bag,
            _ => DynamicShape.Value,
        },
        BoundCall { Function.Name: "bag_pack" or "pack" or "pack_dictionary" or "pack_all" or "bag_pack_columns" or "bag_merge" or "bag_set_key" or "bag_remove_keys" } => DynamicShape.Bag,
        BoundCall { Function.Name: "pack_array" or "array_concat" or "set_union" or "set_intersect" or "set_difference" or "array_iff" or "array_iif" } => DynamicShape.Array,
        _ => DynamicShape.Any,
    };
}
