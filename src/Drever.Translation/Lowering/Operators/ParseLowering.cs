using Drever.Functions;
using Drever.Functions.Values;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Translation.Lowering.Operators;

/// <summary>
/// <c>parse</c>, <c>parse-where</c>: one regular expression with a group for each column, matched once. In the simple kind a column
/// that can't be read in its type empties all of them, in the relaxed kind itself only. Source: Kusto reference, "parse operator".
/// </summary>
internal static class ParseLowering
{
    public static SelectBlock Lower(BoundParse parse, RelationLowering relations)
    {
        var pattern = ParsePattern.Of(parse);
        var below = RelationLowering.Over(relations.Lower(parse.Input), [parse.Value]);
        if (below.IsGrouped)
            below = below.Nest();
        var groups = new ColumnSymbol("groups", KqlType.Dynamic);
        below.Define(groups, new ColumnSlot(() => new SqlValue(
            Expr.Call("extractGroups", relations.Lower(parse.Value, below).ToText(), Expr.Text(pattern.Regex)), KqlType.Dynamic, Nullable: false)));

        var block = below.Nest();
        var matched = block.SlotOf(groups).Value.Sql;
        var values = pattern.Columns.Select(c => (c.Column, Value: Group(matched, c.Group, c.Column.Type).To(c.Column.Type))).ToList();
        var typed = values.Where(v => v.Column.Type != KqlType.String).Select(v => v.Value).ToList();
        if (parse.Kind == ParseKind.Simple && typed.Count > 0)
        {
            var allRead = typed.Select(v => Expr.Not(v.IsNull())).Aggregate(Expr.And);
            values = [.. values.Select(v => (v.Column, Only(allRead, v.Value)))];
            if (parse.FilterUnmatched)
                block.AddWhere(allRead);
        }

        if (parse.FilterUnmatched)
            block.AddWhere(Expr.Call("notEmpty", matched));
        foreach (var (column, value) in values)
            block.Define(column, new ColumnSlot(value, isComputed: true));
        return block;
    }

    /// <summary>A group's text; blanks around it count only where it stays text.</summary>
    private static SqlValue Group(SqlExpression groups, int number, KqlType type)
    {
        var text = Expr.Call("arrayElement", groups, Expr.Number(number));
        return new(type == KqlType.String ? text : Expr.Call("trimBoth", text, Expr.Text(" \t\r\n")), KqlType.String, Nullable: false);
    }

    private static SqlValue Only(SqlExpression condition, SqlValue value)
    {
        var nothing = TruthValues.NullOf(value.Type);
        return new SqlValue(Expr.If(condition, value.Sql, nothing.Sql), value.Type, value.Nullable || nothing.Nullable);
    }
}
