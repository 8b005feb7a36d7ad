using Drever.Kql.Symbols;
using Drever.Kql.Syntax;

namespace Drever.Kql.Binding;

/// <summary>Operators with a query of their own over parts of the input: <c>partition</c>, <c>fork</c>, <c>facet</c>, <c>macro-expand</c>.</summary>
internal sealed partial class QueryBinder
{
    private RowScope BindPartition(PartitionOperator partition, RowScope input, Scope scope)
    {
        var key = BindScalar(partition.Key, scope);
        if (key.Type == KqlType.Dynamic)
            _diagnostics.Error("KS116", partition.Key.Span, "A dynamic value can't be a key: convert it, with tostring() for instance.");
        if (!partition.HasBraces)
            return SubqueryOver(partition, partition.Subquery, input, scope);
        // the query in braces sees the key as a constant
        var locals = new LocalScope(scope.Locals);
        if (ResultName(partition.Key, scope) is { } name)
            locals.Add(name, Named(new BoundParameter(key.Type)));
        return SubqueryOver(partition, partition.Subquery, input, scope with { Locals = locals }, seesInput: false);
    }

    private RowScope SubqueryOver(QueryOperator step, Expression subquery, RowScope input, Scope scope, bool seesInput = true)
    {
        var result = BindTable(subquery, new Scope(scope.Locals, null) { Implicit = seesInput ? input : null, Operator = scope.Operator });
        var relation = new BoundPending(OperatorNames.Of(step), [input.Relation, result.Relation], result.Columns) { Span = step.Span };
        return new RowScope(relation) { IsWrong = input.IsWrong || result.IsWrong, OpenAt = result.OpenAt, Size = (input.Size + result.Size).Over() };
    }

    /// <summary>Several results. The columns are those of the first.</summary>
    private RowScope BindFork(ForkOperator fork, RowScope input, Scope scope)
    {
        var branches = fork.Branches.Select(b => BindTable(b.Subquery, new Scope(scope.Locals, null) { Implicit = input, Operator = scope.Operator })).ToArray();
        var columns = branches.Length == 0 ? input.Columns : branches[0].Columns;
        return new RowScope(new BoundPending("fork", [input.Relation, .. branches.Select(b => b.Relation)], columns) { Span = fork.Span }) { IsWrong = Array.Exists(branches, b => b.IsWrong) };
    }

    private RowScope BindFacet(FacetOperator facet, RowScope input, Scope scope)
    {
        foreach (var column in facet.Columns)
            NamedColumns(column, input, scope);
        return facet.Subquery is null ? Pending(facet, input, input.Columns) : SubqueryOver(facet, facet.Subquery, input, scope);
    }

    /// <summary><c>macro-expand</c> runs a query in several databases; there is one, so it is only bound as far as its statements go.</summary>
    private RowScope BindMacroExpand(MacroExpandOperator macro, Scope scope)
    {
        _ = scope;
        _diagnostics.Error("KS208", macro.EntityGroup.Span, "'macro-expand' leads out of the caller's own database, where no query goes.");
        return WrongTable;
    }

    private RowScope BindTopNested(TopNestedOperator nested, RowScope input, Scope scope)
    {
        var columns = new ColumnList(_diagnostics);
        foreach (var clause in nested.Clauses)
        {
            if (clause.Count is not null)
                BindRowCount(clause.Count, scope);
            var value = BindListItem(clause.Value, 0, scope, columns, ListStyle.Only);
            if (clause.Others is not null)
                BindScalar(clause.Others, scope);
            var aggregate = clause.Aggregate is OrderedExpression ordered ? ordered.Value : clause.Aggregate;
            var named = aggregate as NamedExpression;
            var bound = BindScalar(named?.Value ?? aggregate, scope with { Calls = CallContext.Aggregate });
            if (named is not null)
                columns.Declare(named.Names[0].Text, bound.Type, named.Names[0].Span, replace: false);
            else
                columns.Add($"aggregated_{(value.Columns is [{ } column] ? column.Name : "")}", bound.Type, replace: false);
        }

        return Pending(nested, input, columns.ToImmutable());
    }

    private RowScope BindProjectByNames(ProjectByNamesOperator project, RowScope input, Scope scope)
    {
        var chosen = new List<ColumnSymbol>();
        foreach (var item in project.Names)
        {
            foreach (var pattern in ConstantNames(BindScalar(item, scope)))
                chosen.AddRange(input.Columns.Where(c => Wildcard.Matches(pattern, c.Name) && !chosen.Contains(c)));
        }

        return Chosen(project, input, chosen);
    }

    private static IEnumerable<string> ConstantNames(BoundExpression value) => value switch
    {
        BoundLiteral { Value: string text } => [text],
        BoundLiteral { Value: KqlJson json } when json.Text.StartsWith('[') =>
            json.Text.Trim('[', ']').Split(',').Where(t => t.Length > 1 && t[0] == '"').Select(t => t.Trim('"')),
        _ => [],
    };
}
