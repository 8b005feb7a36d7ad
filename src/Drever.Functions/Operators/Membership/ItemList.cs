using System.Collections.Immutable;
using System.Globalization;
using Drever.Functions.Values;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Operators;

/// <summary>
/// The right side of <c>in</c> and <c>has_any</c>, flattened: a dynamic array stands for its elements.
/// Source: Kusto reference, "The in operator", "The has_any operator".
/// </summary>
internal sealed class ItemList
{
    private readonly List<SqlValue> _values = [];
    private readonly List<SqlValue> _arrays = [];

    /// <summary>Single values; a literal array's elements are among them.</summary>
    public IReadOnlyList<SqlValue> Values => _values;

    /// <summary>Dynamics whose elements are known at run time only.</summary>
    public IReadOnlyList<SqlValue> Arrays => _arrays;

    /// <summary>The arguments after the first.</summary>
    public static ItemList Of(ScalarCall call)
    {
        var list = new ItemList();
        for (var i = 1; i < call.Count; i++)
            list.Add(call[i], i < call.Bound.Length ? call.Bound[i] : null);
        return list;
    }

    /// <summary>The table on the right side, when there is one.</summary>
    public static BoundRelation? TableOf(ScalarCall call) => call.Bound is [_, BoundTableArgument table] ? table.Query : null;

    private void Add(SqlValue value, BoundExpression? bound)
    {
        if (value.Type != KqlType.Dynamic)
            _values.Add(value);
        else if (bound is BoundConversion { Operand: BoundLiteral { Type: not KqlType.Dynamic } literal })
            _values.Add(Literals.Of(literal));
        else if (value.Sql is SqlString json)
            _values.AddRange(LiteralArray.Elements(json.Value));
        else
            _arrays.Add(value);
    }

    /// <summary>The elements of a run-time dynamic as texts; a dynamic that is no array is its own only element, null is none.</summary>
    public static SqlExpression TextsOf(SqlValue array) => Expr.Call(
        "multiIf", DynamicArrays.IsArray(array.Sql), array.DynamicTexts(), array.IsNull(), Expr.Call("emptyArrayString"), Expr.Array(array.ToText()));

    /// <summary>A table's column, which is the engine's array of values of its type, as texts; arrays in it stand for their elements.</summary>
    public static SqlExpression TextsOfColumn(SqlValue column) => column.Type switch
    {
        KqlType.String => column.Sql,
        KqlType.Dynamic => Expr.Call("arrayFlatten", Map(column, TextsOf)),
        _ => Map(column, item => item.ToText()),
    };

    private static SqlExpression Map(SqlValue column, Func<SqlValue, SqlExpression> of) =>
        Expr.Call("arrayMap", Expr.Lambda("cell", cell => of(new SqlValue(cell, column.Type, Nullable: false))), column.Sql);

    /// <summary>The texts of all single values, without doubles; null when one is known at run time only.</summary>
    public ImmutableArray<string>? LiteralTexts()
    {
        var texts = ImmutableArray.CreateBuilder<string>(_values.Count);
        foreach (var value in _values)
        {
            if (ConstantText(value) is not { } text)
                return null;
            texts.Add(text);
        }

        return [.. texts.Distinct(StringComparer.Ordinal)];
    }

    private static string? ConstantText(SqlValue value) => value.Sql switch
    {
        _ when Arithmetic.ConstantOf(value.Sql) is { } whole && value.Type.IsInteger() => whole.ToString(CultureInfo.InvariantCulture),
        SqlBool truth => truth.Value ? "true" : "false",
        _ => value.ToText() is SqlString text ? text.Value : null,
    };
}
