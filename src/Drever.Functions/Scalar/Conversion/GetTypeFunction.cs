using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Conversion;

/// <summary>Source: Kusto reference, "gettype()": for a dynamic, what is in it.</summary>
internal sealed class GetTypeFunction : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["gettype(value: scalar): string as PrefixAndFirstArgument(type) foldable"];

    public override string Doc => "The name of a value's type.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""gettype("John")""", "string"),
        new("gettype(4)", "long"),
        new("gettype(int(4))", "int"),
        new("gettype(4.5)", "real"),
        new("gettype(1h)", "timespan"),
        new("gettype(true)", "bool"),
        new("""gettype(dynamic([1]))""", "array"),
        new("""gettype(dynamic({"a":1}))""", "dictionary"),
        new("""gettype(dynamic("x"))""", "string"),
        new("gettype(dynamic(1))", "long"),
        new("gettype(dynamic(1.5))", "double"),
        new("gettype(dynamic(true))", "bool"),
        new("gettype(dynamic(null))", "null"),
    ];

    public override SqlValue Lower(ScalarCall call) => call.ReturnsNotNull(call[0].Type switch
    {
        KqlType.Dynamic => OfDynamic(call[0].Sql),
        var type => Expr.Text(type.Name()),
    });

    /// <summary>The engine's words are String, Int64, UInt64, Double, Bool, Array, Object and Null.</summary>
    private static SqlExpression OfDynamic(SqlExpression json) => Expr.Call(
        "transform",
        Expr.Call("toString", DynamicPaths.Ask("JSONType", json)),
        Expr.Array(Expr.Text("String"), Expr.Text("Int64"), Expr.Text("UInt64"), Expr.Text("Double"), Expr.Text("Bool"), Expr.Text("Array"), Expr.Text("Object")),
        Expr.Array(Expr.Text("string"), Expr.Text("long"), Expr.Text("long"), Expr.Text("double"), Expr.Text("bool"), Expr.Text("array"), Expr.Text("dictionary")),
        Expr.Text("null"));
}
