namespace Drever.Functions.Operators;

internal sealed class ContainsOperator() : SubstringOperator(["contains"], SubstringPlace.Anywhere, ignoreCase: true, negated: false)
{
    public override string Doc => "Whether the text has the other one anywhere in it, in any case.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("\"FabriKam\" contains \"BRik\"", "true"), new("\"100%\" contains \"0_\"", "false"), new("\"ÄRGER\" contains \"ärg\"", "true")];
}

internal sealed class NotContainsOperator() : SubstringOperator(["!contains", "notcontains"], SubstringPlace.Anywhere, ignoreCase: true, negated: true)
{
    public override string Doc => "Whether the text lacks the other one, in any case.";

    public override IReadOnlyList<Example> Examples { get; } = [new("\"Fabrikam\" !contains \"xyz\"", "true")];
}

internal sealed class ContainsCsOperator() : SubstringOperator(["contains_cs", "containscs"], SubstringPlace.Anywhere, ignoreCase: false, negated: false)
{
    public override string Doc => "Whether the text has the other one anywhere in it, by case.";

    public override IReadOnlyList<Example> Examples { get; } = [new("\"FabriKam\" contains_cs \"Kam\"", "true"), new("\"FabriKam\" contains_cs \"kam\"", "false")];
}

internal sealed class NotContainsCsOperator() : SubstringOperator(["!contains_cs", "notcontainscs"], SubstringPlace.Anywhere, ignoreCase: false, negated: true)
{
    public override string Doc => "Whether the text lacks the other one, by case.";

    public override IReadOnlyList<Example> Examples { get; } = [new("\"Fabrikam\" !contains_cs \"Kam\"", "true")];
}
