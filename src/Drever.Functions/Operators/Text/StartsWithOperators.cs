namespace Drever.Functions.Operators;

internal sealed class StartsWithOperator() : SubstringOperator(["startswith"], SubstringPlace.AtStart, ignoreCase: true, negated: false)
{
    public override string Doc => "Whether the text begins with the other one, in any case.";

    public override IReadOnlyList<Example> Examples { get; } = [new("\"Fabrikam\" startswith \"fab\"", "true")];
}

internal sealed class NotStartsWithOperator() : SubstringOperator(["!startswith"], SubstringPlace.AtStart, ignoreCase: true, negated: true)
{
    public override string Doc => "Whether the text does not begin with the other one, in any case.";

    public override IReadOnlyList<Example> Examples { get; } = [new("\"Fabrikam\" !startswith \"kam\"", "true")];
}

internal sealed class StartsWithCsOperator() : SubstringOperator(["startswith_cs"], SubstringPlace.AtStart, ignoreCase: false, negated: false)
{
    public override string Doc => "Whether the text begins with the other one, by case.";

    public override IReadOnlyList<Example> Examples { get; } = [new("\"Fabrikam\" startswith_cs \"fab\"", "false")];
}

internal sealed class NotStartsWithCsOperator() : SubstringOperator(["!startswith_cs"], SubstringPlace.AtStart, ignoreCase: false, negated: true)
{
    public override string Doc => "Whether the text does not begin with the other one, by case.";

    public override IReadOnlyList<Example> Examples { get; } = [new("\"Fabrikam\" !startswith_cs \"fab\"", "true")];
}
