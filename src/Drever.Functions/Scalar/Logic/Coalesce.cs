using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Logic;

/// <summary>Kusto reference, "coalesce()": for strings, the first that is not empty.</summary>
internal sealed class Coalesce : ScalarFunction
{
    public override IReadOnlyList<string> Signatures { get; } = ["coalesce(arg: common{2,64}): common foldable"];

    public override string Doc => "The first value that is not null, nor an empty string.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("coalesce(tolong(\"not a number\"), tolong(\"42\"), 33)", "42"), new("coalesce(\"\", \"a\", \"b\")", "a"), new("isnull(coalesce(int(null), int(null)))", "true")];

    public override SqlValue Lower(ScalarCall call)
    {
        SqlValue[] values = [.. Enumerable.Range(0, call.Count).Select(call.Branch)];
        if (call.Type is not (KqlType.String or KqlType.Dynamic))
            return new(Expr.Call("coalesce", [.. values.Select(v => v.Sql)]), call.Type, values.All(v => v.Nullable));
        var parts = new List<SqlExpression>();
        foreach (var value in values[..^1])
        {
            parts.Add(call.Type == KqlType.String ? Expr.NotEqual(value.Sql, Expr.Text("")) : Expr.Not(value.IsNull()));
            parts.Add(value.Sql);
        }

        return call.ReturnsNotNull(Expr.Call("multiIf", [.. parts, values[^1].Sql]));
    }
}
