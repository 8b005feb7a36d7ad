using Drever.Kql.Syntax;
using Drever.Kql.Text;

namespace Drever.Kql.Binding;

/// <summary>
/// Binds one query. The parts: <c>Statements</c> (let, set, declared functions), <c>Expressions</c> (values), <c>Calls</c> (functions
/// and their signatures), <c>Operators</c> (one family a file), <c>Naming</c> (automatic column names), <c>Scopes</c> (what a name may mean).
/// </summary>
internal sealed partial class QueryBinder(BindingContext context, InferredColumns inferred, CancellationToken cancellationToken)
{
    private BinderDiagnostics _diagnostics = new(context.Limits.MaxDiagnostics);
    private RenderHint? _render;

    public BoundQuery Bind(SyntaxResult syntax)
    {
        foreach (var warning in syntax.Diagnostics)
            _diagnostics.Warning(warning.Code, warning.Span, warning.Message);

        var scope = new Scope(new LocalScope(null), null);
        var result = BindStatements(syntax.Root.Statements, scope, syntax.Root.Span);
        return new BoundQuery(_diagnostics.HasErrors ? null : result?.Relation, _diagnostics.ToImmutable())
        {
            Render = _render,
            Options = _options.ToImmutable(),
        };
    }

    /// <summary>The statements of a query: those before the last prepare it, the last one is its result.</summary>
    private RowScope? BindStatements(IReadOnlyList<Statement> statements, Scope scope, TextSpan whole)
    {
        RowScope? result = null;
        foreach (var statement in statements)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (statement is not ExpressionStatement query)
            {
                BindStatement(statement, scope);
                continue;
            }

            var value = BindAny(query.Expression, scope);
            if (value.Table is null && value.Scalar is not BoundErrorExpression)
                _diagnostics.NotTable(query.Expression.Span);
            result = value.Table;
        }

        if (result is null && !_diagnostics.HasErrors)
            _diagnostics.Error("KS111", whole, "The query has no result: it ends without a table.");
        return result;
    }
}
