namespace Drever.Kql.Diagnostics;

/// <summary>What the lexer and the parser report. Codes and texts are those of Microsoft's language service; callers of the API see them.</summary>
public static class SyntaxErrors
{
    public static readonly DiagnosticDescriptor MissingText = Error("KS001", "Missing: {0}");
    public static readonly DiagnosticDescriptor UnexpectedCharacter = Error("KS002", "Unexpected: {0}");

    /// <summary>The language service takes such a literal; its value is null, which is worth a warning.</summary>
    public static readonly DiagnosticDescriptor MalformedLiteral = new("KS004", DiagnosticSeverity.Warning, "Malformed literal");
    public static readonly DiagnosticDescriptor Expected = Error("KS005", "Expected: {0}");
    public static readonly DiagnosticDescriptor ExpectedOneOf = Error("KS005", "Expected one of: {0}");
    public static readonly DiagnosticDescriptor Missing = Error("KS006", "Missing {0}");
    public static readonly DiagnosticDescriptor MissingNameAtKeyword =
        Error("KS006", "Missing name: If the keyword '{0}' is intended be used as the name, it needs to be bracketted as ['{0}'].");
    public static readonly DiagnosticDescriptor MissingExpressionAtKeyword =
        Error("KS006", "Missing expression: If the keyword '{0}' is intended to be part of an expression it needs to be bracketted as ['{0}'].");
    public static readonly DiagnosticDescriptor ArgumentCount = Error("KS118", "{0} arguments expected.");
    public static readonly DiagnosticDescriptor InvalidTypeName = Error("KS160", "The name '{0}' is not a valid type name that can be used here.");
    public static readonly DiagnosticDescriptor OperatorCannotBeFirst = Error("KS174", "The operator cannot be the first operator in a query.");
    public static readonly DiagnosticDescriptor OperatorMustBeFirst = Error("KS175", "The operator must be the first operator in the query.");
    public static readonly DiagnosticDescriptor QueryOperatorExpected = Error("KS176", "Query operator expected.");
    public static readonly DiagnosticDescriptor IncompleteFragment = Error("KS198", "The incomplete fragment is unexpected.");
    public static readonly DiagnosticDescriptor ClientParameter = Error("KS213", "Client parameters are not supported or enabled.");
    public static readonly DiagnosticDescriptor RawGuid = Error("KS214", "Raw guid literals are not allowed in this context, use guid(...) instead.");
    public static readonly DiagnosticDescriptor DecimalInDynamic = Error("KS215", "Decimal values are not supported in dynamic objects.");
    public static readonly DiagnosticDescriptor MissingGraphPattern = Error("KS217", "Missing graph-match pattern.");
    public static readonly DiagnosticDescriptor NameRequiresBrackets =
        Error("KS228", "The name '{0}' needs to be bracketed as ['{0}'] to be used in this context.");
    public static readonly DiagnosticDescriptor GraphEntityExpected = Error("KS230", "The graph-to-table operator requires 1-2 arguments (nodes, edges).");
    public static readonly DiagnosticDescriptor DataFormat = Error("KS253", "DataFormat definition is expected.");
    public static readonly DiagnosticDescriptor ExternalTableKind = Error("KS254", "External Table Kind definition is expected.");
    public static readonly DiagnosticDescriptor ConnectionStrings = Error("KS256", "Connection strings definition is expected.");
    public static readonly DiagnosticDescriptor TextTooLong = Error("KS244", "The query is {0} characters long; the limit is {1}.");
    public static readonly DiagnosticDescriptor TooDeep = Error("KS245", "The query is nested more than {0} levels deep. Split it with let statements.");

    private static DiagnosticDescriptor Error(string code, string pattern) => new(code, DiagnosticSeverity.Error, pattern);
}
