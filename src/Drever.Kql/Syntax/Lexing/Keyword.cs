namespace Drever.Kql.Syntax.Lexing;

/// <summary>Where a keyword may stand as a name without brackets.</summary>
internal enum NameUse
{
    Never,

    /// <summary>As a reference to something, not as a new name.</summary>
    Reference,

    /// <summary>As a new name where the syntax leaves no doubt: <c>extend by = 1</c>, <c>(where:string)</c>.</summary>
    Declaration,

    /// <summary>Everywhere a name may stand.</summary>
    Anywhere,
}

internal sealed class Keyword(string text, NameUse use, TokenKind literalKind)
{
    public string Text { get; } = text;

    public NameUse Use { get; } = use;

    /// <summary>The kind of <c>type(...)</c> literal that this type name starts, or <see cref="TokenKind.Bad"/>.</summary>
    public TokenKind LiteralKind { get; } = literalKind;

    public bool IsName => Use == NameUse.Anywhere;

    public bool IsDeclarableName => Use is NameUse.Declaration or NameUse.Anywhere;
}
