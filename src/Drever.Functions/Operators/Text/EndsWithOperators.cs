namespace Drever.Functions.Operators;

internal sealed class EndsWithOperator() : SubstringOperator(["endswith"], SubstringPlace.AtEnd, ignoreCase: true, negated: false)
{
    public override string Doc => "Whether the text ends with the other one, in any case.";

    public override IReadOnlyList<Example> Examples { get; } = [new("\"Fabrikam\" endswith \"KAM\"", "true")];
}

internal sealed class NotEndsWithOperator() : SubstringOperator(["!endswith"], SubstringPlace.AtEnd, ignoreCase: true, negated: true)
{
    public override string Doc => "Whether the text does not end with the other one, in any case.";

    public override IReadOnlyList<Example> Examples { get; } = [new("\"Fabrikam\" !endswith \"brik\"", "true")];
}

internal sealed class EndsWithCsOperator() : SubstringOperator(["endswith_cs"], SubstringPlace.AtEnd, ignoreCase: false, negated: false)
{
    public override string Doc => "Whether the text ends with the other one, by case.";

    public override IReadOnlyList<Example> Examples { get; } = [new("\"Fabrikam\" endswith_cs \"Kam\"", "false")];
}

internal sealed class NotEndsWithCsOperator() : SubstringOperator(["!endswith_cs"], SubstringPlace.AtEnd, ignoreCase: false, negated: true)
{
    public override string Doc => "Whether the text does not end with the other one, by case.";

    public override IReadOnlyList<Example> Examples { get; } = [new("\"Fabrikam\" !endswith_cs \"Kam\"", "true")];
}
