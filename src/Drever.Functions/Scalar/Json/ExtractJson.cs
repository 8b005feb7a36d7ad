using System.Collections.Immutable;
using Drever.Functions.Values;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Json;

/// <summary>Source: Kusto reference, "extract_json()".</summary>
internal sealed class ExtractJson : ScalarFunction
{
    public override IReadOnlyList<string> Signatures =>
    [
        "extract_json(jsonPath: const string, jsonText: string): string foldable",
        "extract_json(jsonPath: const string, jsonText: string, type: literal type): typeof(last) foldable",
        "extractjson(jsonPath: const string, jsonText: string): string foldable",
        "extractjson(jsonPath: const string, jsonText: string, type: literal type): typeof(last) foldable",
    ];

    public override string Doc => "The value at a path in a JSON text, as text or as another type.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""extract_json("$.name", '{"name": "John", "age": 30}', typeof(string))""", "John"),
        new("""extract_json("$.age", '{"name": "John", "age": 30}', typeof(int))""", "30"),
        new("""extractjson("$.a.b[1]", '{"a":{"b":[1,{"c":2}]}}')""", """{"c":2}"""),
        new("""extractjson("$.['x y'][0]", '{"x y":["z"]}')""", "z"),
        new("""extractjson("$.a", "no json")""", ""),
    ];

    public override string? Check(ImmutableArray<BoundExpression> arguments) =>
        Constants.Text(arguments[0]) is { } path && JsonPath.Parse(Normal(path)) is null ? $"extract_json(): '{path}' is not a path of names and indexes from '$'" : null;

    public override SqlValue Lower(ScalarCall call)
    {
        var text = call[1].ToText();
        var path = Constants.Text(call.Bound[0]);
        if (path is not null && JsonPath.Parse(Normal(path)) is { Count: > 0 } steps)
            return new SqlValue(JsonPath.Follow(text, steps), KqlType.Dynamic, Nullable: false).To(call.Type);
        return path is null
            ? new SqlValue(Expr.Call("JSON_VALUE", text, call[0].ToText()), KqlType.String, Nullable: false).To(call.Type)
            : new SqlValue(DynamicPaths.Parse(text), KqlType.Dynamic, Nullable: false).To(call.Type);
    }

    /// <summary><c>$.['a']</c> is written too.</summary>
    private static string Normal(string path) => path.Replace(".[", "[", StringComparison.Ordinal);
}
