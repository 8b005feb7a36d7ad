using Drever.Sql;

namespace Drever.Functions.Operators;

/// <summary>
/// The operators <c>like</c> and <c>likecs</c>, which the language accepts and its reference does not describe: taken as SQL's, with % for any text
/// and _ for any character, and nothing to escape them.
/// </summary>
internal abstract class LikeOperator(string text, bool ignoreCase, bool negated) : OperatorFunction
{
    public override IReadOnlyList<string> Signatures { get; } =
        [$"{text}(left: stringordynamic, right: stringordynamic): bool", $"{text}(left: star stringordynamic, right: stringordynamic): bool"];

    public override SqlValue Lower(ScalarCall call)
    {
        var needle = Needle.Of(call, 1);
        // a backslash would escape in the engine
        var pattern = needle.Literal is { } literal
            ? Expr.Text(literal.Replace("\\", "\\\\", StringComparison.Ordinal))
            : Expr.Call("replaceAll", needle.Sql, Expr.Text("\\"), Expr.Text("\\\\"));
        var found = Expr.Binary(ignoreCase ? SqlBinaryOperator.ILike : SqlBinaryOperator.Like, call[0].AsSearched(), pattern);
        return call.Truth(negated ? Expr.Not(found) : found);
    }
}

internal sealed class LikeIgnoreCaseOperator() : LikeOperator("like", ignoreCase: true, negated: false)
{
    public override string Doc => "Whether the text has the shape of a pattern with % and _, in any case.";

    public override IReadOnlyList<Example> Examples { get; } = [new("\"Fabrikam\" like \"fab%\"", "true"), new("\"a\\\\b\" like \"a\\\\_\"", "true")];
}

internal sealed class LikeCsOperator() : LikeOperator("likecs", ignoreCase: false, negated: false)
{
    public override string Doc => "Whether the text has the shape of a pattern with % and _, by case.";

    public override IReadOnlyList<Example> Examples { get; } = [new("\"Fabrikam\" likecs \"fab%\"", "false")];
}

internal sealed class NotLikeOperator() : LikeOperator("notlike", ignoreCase: true, negated: true)
{
    public override string Doc => "Whether the text has another shape than a pattern with % and _, in any case.";

    public override IReadOnlyList<Example> Examples { get; } = [new("\"Fabrikam\" notlike \"fab%\"", "false")];
}

internal sealed class NotLikeCsOperator() : LikeOperator("notlikecs", ignoreCase: false, negated: true)
{
    public override string Doc => "Whether the text has another shape than a pattern with % and _, by case.";

    public override IReadOnlyList<Example> Examples { get; } = [new("\"Fabrikam\" notlikecs \"fab%\"", "true")];
}
