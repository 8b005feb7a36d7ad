using System.Collections.Immutable;
using Drever.Kql.Symbols;
using Drever.Kql.Syntax;

namespace Drever.Kql.Binding;

/// <summary><c>extend</c>, <c>project</c> and the operators that choose, rename or order columns.</summary>
internal sealed partial class QueryBinder
{
    private RowScope BindExtend(IReadOnlyList<Expression> items, QueryOperator step, RowScope input, Scope scope)
    {
        var columns = new ColumnList(_diagnostics, input.Columns.Length + items.Count);
        columns.AddInput(input.Columns);
        var definitions = ImmutableArray.CreateBuilder<ColumnDefinition>(items.Count);
        var isWrong = false;
        for (var i = 0; i < items.Count; i++)
        {
            var item = BindListItem(items[i], i, scope, columns, ListStyle.Extend);
            isWrong |= IsNamelessError(item, items[i]);
            AddDefinitions(item, definitions);
        }

        // a column that is defined twice has the last definition
        var result = columns.ToImmutable();
        var last = definitions.Count == 1 ? definitions.ToImmutable() : [.. definitions.Where(d => result.Contains(d.Column))];
        return input.Plus(new BoundExtend(input.Relation, last, result) { Span = step.Span }, [.. last.Select(d => d.Column)], isWrong);
    }

    private RowScope BindProject(ProjectOperator project, RowScope input, Scope scope)
    {
        var columns = new ColumnList(_diagnostics, project.Expressions.Count);
        var definitions = ImmutableArray.CreateBuilder<ColumnDefinition>(project.Expressions.Count);
        var isWrong = false;
        for (var i = 0; i < project.Expressions.Count; i++)
        {
            var item = BindListItem(project.Expressions[i], i, scope, columns, ListStyle.Only);
            isWrong |= IsNamelessError(item, project.Expressions[i]);
            AddDefinitions(item, definitions);
        }

        return input.Like(new BoundProject(input.Relation, InOrder(definitions, columns)) { Span = project.Span }, isWrong: isWrong);
    }

    /// <summary>What columns it would have had is not known: a name that is missing later is no mistake of its own.</summary>
    private static bool IsNamelessError(ListItem item, Expression syntax) => item.Value is BoundErrorExpression && syntax is not NamedExpression { HasNameList: false };

    /// <summary>Definitions in the order of the result; one whose column was replaced is gone.</summary>
    private static ImmutableArray<ColumnDefinition> InOrder(ImmutableArray<ColumnDefinition>.Builder definitions, ColumnList columns)
    {
        if (definitions.Count == columns.Count)
            return definitions.ToImmutable();
        var ordered = ImmutableArray.CreateBuilder<ColumnDefinition>(columns.Count);
        foreach (var column in columns.ToImmutable())
        {
            foreach (var definition in definitions)
            {
                if (ReferenceEquals(definition.Column, column))
                {
                    ordered.Add(definition);
                    break;
                }
            }
        }

        return ordered.ToImmutable();
    }

    private static RowScope Projected(QueryOperator step, RowScope input, ImmutableArray<ColumnDefinition> definitions) =>
        input.Like(new BoundProject(input.Relation, definitions) { Span = step.Span });

    private static RowScope Chosen(QueryOperator step, RowScope input, IEnumerable<ColumnSymbol> columns) =>
        Projected(step, input, [.. columns.Select(c => new ColumnDefinition(Visible(c), new BoundColumn(c)))]);

    private static ColumnSymbol Visible(ColumnSymbol column) => column.IsHidden ? new ColumnSymbol(column.Name, column.Type, column.HoldsJson) : column;

    private RowScope BindProjectAway(ProjectAwayOperator away, RowScope input, Scope scope)
    {
        var gone = new HashSet<ColumnSymbol>();
        foreach (var item in away.Columns)
            gone.UnionWith(NamedColumns(item, input, scope));
        return Chosen(away, input, input.Columns.Where(c => !gone.Contains(c)));
    }

    private RowScope BindProjectKeep(ProjectKeepOperator keep, RowScope input, Scope scope)
    {
        var kept = new HashSet<ColumnSymbol>();
        foreach (var item in keep.Columns)
            kept.UnionWith(NamedColumns(item, input, scope));
        return Chosen(keep, input, input.Columns.Where(kept.Contains).Concat(kept.Where(c => c.IsHidden)));
    }

    private RowScope BindProjectRename(ProjectRenameOperator rename, RowScope input, Scope scope)
    {
        var columns = input.Columns.ToArray();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in rename.Columns)
        {
            if (item is not NamedExpression { HasNameList: false } named)
            {
                _diagnostics.Error("KS110", item.Span, "'new = old' belongs here.");
                continue;
            }

            var value = BindScalar(named.Value, scope);
            if (value is not BoundColumn { Column: var old })
            {
                if (value is not BoundErrorExpression)
                    _diagnostics.Error("KS109", named.Value.Span, "The name of a column belongs here.");
                continue;
            }

            var name = named.Names[0].Text;
            if (!taken.Add(name) || (name != old.Name && Array.Exists(columns, c => c.Name == name)))
                _diagnostics.DuplicateColumn(named.Names[0].Span, name);
            else if (Array.IndexOf([.. input.Columns], old) is >= 0 and var place)
                columns[place] = new ColumnSymbol(name, old.Type, old.HoldsJson);
            else
                columns = [.. columns, new ColumnSymbol(name, old.Type, old.HoldsJson)];
        }

        var definitions = columns.Select((c, i) => new ColumnDefinition(c, i < input.Columns.Length ? new BoundColumn(input.Columns[i]) : HiddenSource(rename, c, input)));
        return Projected(rename, input, [.. definitions]);
    }

    /// <summary>The hidden column that project-rename made visible under a new name.</summary>
    private static BoundExpression HiddenSource(ProjectRenameOperator rename, ColumnSymbol column, RowScope input)
    {
        foreach (var item in rename.Columns.OfType<NamedExpression>())
        {
            if (item.Names[0].Text == column.Name && item.Value is NameExpression old && input.Find(old.Name.Text) is { } source)
                return new BoundColumn(source);
        }

        return Wrong;
    }

    private RowScope BindProjectReorder(ProjectReorderOperator reorder, RowScope input, Scope scope)
    {
        var order = new List<ColumnSymbol>(input.Columns.Length);
        foreach (var item in reorder.Columns)
        {
            var ordered = item as OrderedExpression;
            var columns = NamedColumns(ordered?.Value ?? item, input, scope);
            IEnumerable<ColumnSymbol> sorted = ordered?.Direction switch
            {
                SortDirection.Ascending => columns.OrderBy(c => c.Name, StringComparer.Ordinal),
                SortDirection.Descending => columns.OrderByDescending(c => c.Name, StringComparer.Ordinal),
                SortDirection.GrannyAscending => columns.OrderBy(c => c.Name, NumbersInNames.Order),
                SortDirection.GrannyDescending => columns.OrderByDescending(c => c.Name, NumbersInNames.Order),
                _ => columns,
            };
            order.AddRange(sorted.Where(c => !order.Contains(c)));
        }

        return Chosen(reorder, input, order.Concat(input.Columns.Where(c => !order.Contains(c))));
    }

    /// <summary>The columns that a name, a name with stars, or <c>*</c> stands for.</summary>
    private IReadOnlyList<ColumnSymbol> NamedColumns(Expression item, RowScope input, Scope scope)
    {
        switch (item)
        {
            case StarExpression:
                return input.Columns;
            case WildcardNameExpression wildcard:
                var matching = input.Columns.Where(c => Wildcard.Matches(wildcard.Pattern, c.Name)).ToArray();
                if (matching.Length == 0 && !input.IsOpen && !input.IsWrong)
                    _diagnostics.Error("KS109", wildcard.Span, $"No column's name is like '{wildcard.Pattern}'.");
                return matching;
            default:
                switch (BindScalar(item, scope))
                {
                    case BoundColumn column:
                        return [column.Column];
                    case BoundErrorExpression:
                        return [];
                    default:
                        _diagnostics.Error("KS109", item.Span, "The name of a column belongs here.");
                        return [];
                }
        }
    }
}
