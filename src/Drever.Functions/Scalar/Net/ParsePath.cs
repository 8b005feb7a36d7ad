using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Net;

/// <summary>Source: Kusto reference, "parse_path()". Both slashes part a path; one part alone costs one regular expression.</summary>
internal sealed class ParsePath : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["parse_path(path: string): dynamic foldable"];

    public override string Doc => "The parts of a file's path as a bag: Scheme, RootPath, DirectoryPath, DirectoryName, Filename, Extension, AlternateDataStreamName.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""parse_path(@"C:\temp\file.txt")""",
            """{"Scheme":"","RootPath":"C:","DirectoryPath":"C:\\temp","DirectoryName":"temp","Filename":"file.txt","Extension":"txt","AlternateDataStreamName":""}"""),
        new("""parse_path("file://C:/temp/file.txt:some.exe")""",
            """{"Scheme":"file","RootPath":"C:","DirectoryPath":"C:/temp","DirectoryName":"temp","Filename":"file.txt","Extension":"txt","AlternateDataStreamName":"some.exe"}"""),
        new("""parse_path(@"\\shared\users\temp\file.txt.gz")""",
            """{"Scheme":"","RootPath":"","DirectoryPath":"\\\\shared\\users\\temp","DirectoryName":"temp","Filename":"file.txt.gz","Extension":"gz","AlternateDataStreamName":""}"""),
        new("""parse_path("/usr/lib/temp/file.txt").DirectoryPath""", "\"/usr/lib/temp\""),
        new("""tostring(parse_path(@"temp\file").Extension)""", ""),
        new("""parse_path("file.txt").DirectoryName""", "\"\""),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var path = call[0].ToText();
        const string Scheme = "^(?:[a-zA-Z][a-zA-Z0-9+.-]*://)?";
        return call.ReturnsNotNull(DynamicValues.Bag(
        [
            Part("Scheme", path, "^([a-zA-Z][a-zA-Z0-9+.-]*)://"),
            Part("RootPath", path, Scheme + "([a-zA-Z]:)"),
            Part("DirectoryPath", path, Scheme + @"(.*)[/\\][^/\\]*$"),
            Part("DirectoryName", path, @"([^/\\:]*)[/\\][^/\\]*$"),
            Part("Filename", path, @"([^/\\:]*)(?::[^/\\:]*)?$"),
            Part("Extension", path, @"\.([^/\\:.]*)(?::[^/\\:]*)?$"),
            Part("AlternateDataStreamName", path, @"[^/\\:]:([^/\\:]+)$"),
        ]));
    }

    private static (SqlExpression Key, SqlExpression Item) Part(string name, SqlExpression path, string pattern) =>
        (Expr.Text(name), new SqlValue(Expr.Call("extract", path, Expr.Text(pattern)), KqlType.String, Nullable: false).ToItem());
}
