using Drever.Sql;

namespace Drever.Functions.Scalar.Logic;

/// <summary>Kusto reference, "max_of()", "min_of()": nulls do not count unless there is nothing else.</summary>
internal abstract class ExtremeFunction(string name, string engineName) : ScalarFunction
{
    public override IReadOnlyList<string> Signatures { get; } = [$"{name}(arg: commonorderable{{2,64}}): common foldable"];

    public override SqlValue Lower(ScalarCall call)
    {
        SqlValue[] values = [.. Enumerable.Range(0, call.Count).Select(call.Branch)];
        return new(Expr.Call(engineName, [.. values.Select(v => v.Sql)]), call.Type, values.All(v => v.Nullable));
    }
}

internal sealed class MaxOf() : ExtremeFunction("max_of", "greatest")
{
    public override string Doc => "The largest of several values.";

    public override IReadOnlyList<Example> Examples { get; } = [new("max_of(10, 1, -3, 17)", "17"), new("max_of(int(null), 2)", "2")];
}

internal sealed class MinOf() : ExtremeFunction("min_of", "least")
{
    public override string Doc => "The smallest of several values.";

    public override IReadOnlyList<Example> Examples { get; } = [new("min_of(10, 1, -3, 17)", "-3"), new("isnull(min_of(int(null), int(null)))", "true")];
}
