using System.Collections.Frozen;

namespace Drever.Kql.Symbols;

/// <summary>Facts of the scalar types. Source: Kusto reference, "Scalar data types" and its per-type pages.</summary>
public static class KqlTypes
{
    private static readonly string[] Names =
        ["unknown", "bool", "int", "long", "real", "decimal", "datetime", "timespan", "guid", "string", "dynamic"];

    private static readonly FrozenDictionary<string, KqlType> ByName = new Dictionary<string, KqlType>(StringComparer.Ordinal)
    {
        ["bool"] = KqlType.Bool, ["boolean"] = KqlType.Bool,
        ["int"] = KqlType.Int, ["int32"] = KqlType.Int, ["uint"] = KqlType.Int, ["uint32"] = KqlType.Int,
        ["int8"] = KqlType.Int, ["uint8"] = KqlType.Int, ["int16"] = KqlType.Int, ["uint16"] = KqlType.Int,
        ["long"] = KqlType.Long, ["int64"] = KqlType.Long, ["ulong"] = KqlType.Long, ["uint64"] = KqlType.Long,
        ["real"] = KqlType.Real, ["double"] = KqlType.Real, ["float"] = KqlType.Real,
        ["decimal"] = KqlType.Decimal,
        ["datetime"] = KqlType.DateTime, ["date"] = KqlType.DateTime,
        ["timespan"] = KqlType.TimeSpan, ["time"] = KqlType.TimeSpan,
        ["guid"] = KqlType.Guid, ["uuid"] = KqlType.Guid, ["uniqueid"] = KqlType.Guid,
        ["string"] = KqlType.String,
        ["dynamic"] = KqlType.Dynamic,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The KQL name: <c>long</c>, <c>datetime</c>, ...</summary>
    public static string Name(this KqlType type) => Names[(int)type];

    /// <summary>Reads a type name or one of its documented aliases.</summary>
    public static bool TryParse(string name, out KqlType type) => ByName.TryGetValue(name, out type);

    public static bool IsInteger(this KqlType type) => type is KqlType.Int or KqlType.Long;

    public static bool IsNumeric(this KqlType type) => type is KqlType.Int or KqlType.Long or KqlType.Real or KqlType.Decimal;

    /// <summary>Can be added up: numbers and spans of time, and moments, which have a difference.</summary>
    public static bool IsSummable(this KqlType type) => type.IsNumeric() || type is KqlType.DateTime or KqlType.TimeSpan;

    /// <summary>Has an order: all but dynamic and guid.</summary>
    public static bool IsOrderable(this KqlType type) => type is not (KqlType.Dynamic or KqlType.Guid or KqlType.Unknown);

    /// <summary>Every type but string has a null; KQL's null string is the empty string.</summary>
    public static bool HasNull(this KqlType type) => type is not KqlType.String;

    /// <summary>
    /// The wider of two numeric types (int, long, real, decimal), or <see cref="KqlType.Unknown"/>.
    /// </summary>
    public static KqlType Widest(KqlType a, KqlType b) =>
        !a.IsNumeric() || !b.IsNumeric() ? KqlType.Unknown : a > b ? a : b;
}
