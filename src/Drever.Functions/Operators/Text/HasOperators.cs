namespace Drever.Functions.Operators;

internal sealed class HasOperator() : TermOperator("has", wholeStart: true, wholeEnd: true, ignoreCase: true, negated: false)
{
    public override string Doc => "Whether the text has these terms in a row, in any case.";

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("\"North America\" has \"america\"", "true"), new("\"NorthAmerica\" has \"america\"", "false"),
        new("\"a_b\" has \"b\"", "true"), new("\"run cmd.exe /c\" has \"cmd.exe\"", "true"), new("\"a\" has \"\"", "true"),
    ];
}

internal sealed class NotHasOperator() : TermOperator("!has", wholeStart: true, wholeEnd: true, ignoreCase: true, negated: true)
{
    public override string Doc => "Whether the text lacks these terms in a row, in any case.";

    public override IReadOnlyList<Example> Examples { get; } = [new("\"North America\" !has \"amer\"", "true")];
}

internal sealed class HasCsOperator() : TermOperator("has_cs", wholeStart: true, wholeEnd: true, ignoreCase: false, negated: false)
{
    public override string Doc => "Whether the text has these terms in a row, by case.";

    public override IReadOnlyList<Example> Examples { get; } = [new("\"North America\" has_cs \"america\"", "false")];
}

internal sealed class NotHasCsOperator() : TermOperator("!has_cs", wholeStart: true, wholeEnd: true, ignoreCase: false, negated: true)
{
    public override string Doc => "Whether the text lacks these terms in a row, by case.";

    public override IReadOnlyList<Example> Examples { get; } = [new("\"North America\" !has_cs \"america\"", "true")];
}

internal sealed class HasPrefixOperator() : TermOperator("hasprefix", wholeStart: true, wholeEnd: false, ignoreCase: true, negated: false)
{
    public override string Doc => "Whether a term begins with the text, in any case.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("\"North America\" hasprefix \"ame\"", "true"), new("\"North America\" hasprefix \"mer\"", "false")];
}

internal sealed class NotHasPrefixOperator() : TermOperator("!hasprefix", wholeStart: true, wholeEnd: false, ignoreCase: true, negated: true)
{
    public override string Doc => "Whether no term begins with the text, in any case.";

    public override IReadOnlyList<Example> Examples { get; } = [new("\"North America\" !hasprefix \"ame\"", "false")];
}

internal sealed class HasPrefixCsOperator() : TermOperator("hasprefix_cs", wholeStart: true, wholeEnd: false, ignoreCase: false, negated: false)
{
    public override string Doc => "Whether a term begins with the text, by case.";

    public override IReadOnlyList<Example> Examples { get; } = [new("\"North America\" hasprefix_cs \"ame\"", "false")];
}

internal sealed class NotHasPrefixCsOperator() : TermOperator("!hasprefix_cs", wholeStart: true, wholeEnd: false, ignoreCase: false, negated: true)
{
    public override string Doc => "Whether no term begins with the text, by case.";

    public override IReadOnlyList<Example> Examples { get; } = [new("\"North America\" !hasprefix_cs \"ame\"", "true")];
}

internal sealed class HasSuffixOperator() : TermOperator("hassuffix", wholeStart: false, wholeEnd: true, ignoreCase: true, negated: false)
{
    public override string Doc => "Whether a term ends with the text, in any case.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("\"North America\" hassuffix \"RTH\"", "true"), new("\"North America\" hassuffix \"nort\"", "false")];
}

internal sealed class NotHasSuffixOperator() : TermOperator("!hassuffix", wholeStart: false, wholeEnd: true, ignoreCase: true, negated: true)
{
    public override string Doc => "Whether no term ends with the text, in any case.";

    public override IReadOnlyList<Example> Examples { get; } = [new("\"North America\" !hassuffix \"RTH\"", "false")];
}

internal sealed class HasSuffixCsOperator() : TermOperator("hassuffix_cs", wholeStart: false, wholeEnd: true, ignoreCase: false, negated: false)
{
    public override string Doc => "Whether a term ends with the text, by case.";

    public override IReadOnlyList<Example> Examples { get; } = [new("\"North America\" hassuffix_cs \"RTH\"", "false")];
}

internal sealed class NotHasSuffixCsOperator() : TermOperator("!hassuffix_cs", wholeStart: false, wholeEnd: true, ignoreCase: false, negated: true)
{
    public override string Doc => "Whether no term ends with the text, by case.";

    public override IReadOnlyList<Example> Examples { get; } = [new("\"North America\" !hassuffix_cs \"RTH\"", "true")];
}
