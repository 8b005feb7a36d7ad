using Drever.Kql.Syntax;

namespace Drever.Kql.Binding;

/// <summary>From a syntax tree to a typed query: every name, type, function and automatic column name resolved.</summary>
public static class KqlBinder
{
    private const int MaxRounds = 4;

    /// <summary>
    /// Binds a query. A query that does not parse is not bound: its diagnostics are the parser's alone. Mistakes are diagnostics;
    /// only cancellation throws.
    /// </summary>
    public static BoundQuery Bind(SyntaxResult syntax, BindingContext context, CancellationToken cancellationToken = default)
    {
        if (syntax.HasErrors)
            return new BoundQuery(null, [.. syntax.Diagnostics.OrderBy(d => d.Span.Start)]);

        // A step whose columns come from the data (bag_unpack) has the columns that the rest of the query names. They are only known
        // at the end, so such a query is bound again with them.
        var inferred = new InferredColumns();
        for (var round = 1; ; round++)
        {
            var before = inferred.Count;
            var query = new QueryBinder(context, inferred, cancellationToken).Bind(syntax);
            if (inferred.Count == before || round == MaxRounds)
                return query;
        }
    }
}
