using Drever.Kql.Symbols;
using Drever.Kql.Syntax;
using Drever.Kql.Text;

namespace Drever.Kql.Binding;

/// <summary>Into a dynamic value: <c>d.a</c>, <c>d["a"]</c>, <c>d[0]</c>.</summary>
internal sealed partial class QueryBinder
{
    private Operand BindPath(PathExpression path, Scope scope)
    {
        if (path.Target is JoinSideExpression side)
            return BindSideColumn(side, path.Selector, scope);
        if (path is { Target: FunctionCall call, Selector: NameExpression behind } && scope.Locals.Find(call.Name.Text) is LocalPattern pattern)
            return CallPattern(pattern, call, behind.Name.Text, behind.Span, scope);
        if (ForeignSource(path.Target) is { } foreign)
        {
            _diagnostics.Error("KS208", foreign.Arguments.Count > 0 ? foreign.Arguments[0].Span : foreign.Span, $"{foreign.Name.Text}() leads out of the caller's own database, where no query goes.");
            return Wrong;
        }

        var target = BindScalar(path.Target, scope);
        if (target is BoundErrorExpression)
            return Wrong;
        if (path.Selector is not NameExpression selector)
        {
            _diagnostics.Error("KS142", path.Selector.Span, "The name of a member belongs behind the point.");
            return Wrong;
        }

        if (target is BoundRowReference reference)
            return BindRowColumn(reference.Row, selector, scope);
        if (HasMembers(target))
            return new BoundMember(target, selector.Name.Text) { Span = path.Span };
        _diagnostics.UnknownScalar(selector.Span, scope.Operator, selector.Name.Text, null);
        return Wrong;
    }

    /// <summary>A column of another row: where a step of scan stands, of a node of a graph pattern.</summary>
    private BoundExpression BindRowColumn(LocalRow row, NameExpression selector, Scope scope)
    {
        if (row.Rows.Find(selector.Name.Text) is { } column)
            return new BoundColumn(row.IsPath ? new ColumnSymbol(column.Name, KqlType.Dynamic) : column) { Span = selector.Span };
        return Unresolved(selector, new Scope(scope.Locals, row.Rows) { Operator = scope.Operator }).Scalar ?? Wrong;
    }

    /// <summary>A dynamic value, or a string column whose text is JSON.</summary>
    private static bool HasMembers(BoundExpression target) =>
        target.Type is KqlType.Dynamic or KqlType.Unknown || target is BoundColumn { Column.HoldsJson: true };

    private BoundExpression BindElement(ElementExpression element, Scope scope)
    {
        var target = BindScalar(element.Target, scope);
        var index = BindScalar(element.Index, scope with { Calls = CallContext.Scalar });
        if (target is BoundErrorExpression || index is BoundErrorExpression)
            return Wrong;
        if (!HasMembers(target))
        {
            _diagnostics.Error("KS147", TextSpan.FromBounds(element.Target.Span.End, element.Span.End), $"'[...]' reaches into a dynamic value; this is {target.Type.Name()}.");
            return Wrong;
        }

        if (index.Type is not (KqlType.Int or KqlType.Long or KqlType.String or KqlType.Dynamic or KqlType.Unknown))
        {
            _diagnostics.TypeRequired(element.Index.Span, KqlType.Int, KqlType.Long, KqlType.String);
            return Wrong;
        }

        return index is BoundLiteral { Value: string key }
            ? new BoundMember(target, key) { Span = element.Span }
            : new BoundElement(target, index) { Span = element.Span };
    }

    private Operand BindSideColumn(JoinSideExpression side, Expression selector, Scope scope)
    {
        var rows = side.Side == Syntax.JoinSide.Left ? scope.Rows : scope.Right;
        if (rows is null || scope.Right is null || selector is not NameExpression name)
            return BindAny(side, scope);
        if (rows.Find(name.Name.Text) is { } column)
            return new BoundColumn(column) { Span = name.Span };
        return Unresolved(name, new Scope(scope.Locals, rows) { Operator = scope.Operator });
    }

    /// <summary><c>database("x")</c>, <c>cluster("y").database("x")</c>: there is one database, the caller's own, and it is not named.</summary>
    private static FunctionCall? ForeignSource(Expression expression) => expression switch
    {
        FunctionCall { Name.Text: "database" or "cluster" } call => call,
        PathExpression path => ForeignSource(path.Target),
        _ => null,
    };
}
