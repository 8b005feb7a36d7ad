using System.Collections.Immutable;
using Drever.Kql.Symbols;
using Drever.Kql.Syntax;

namespace Drever.Kql.Binding;

/// <summary><c>mv-expand</c> and <c>mv-apply</c>.</summary>
internal sealed partial class QueryBinder
{
    private RowScope BindMvExpand(MvExpandOperator expand, RowScope input, Scope scope)
    {
        var columns = new ColumnList(_diagnostics, input.Columns.Length + expand.Items.Count);
        var items = BindExpandItems(expand.Items, input, scope, columns);
        var index = ItemIndex(expand.Parameters, columns);
        var result = columns.ToImmutable();
        CheckWord(expand.Parameters, "kind", "bag", "array");
        CheckWord(expand.Parameters, "bagexpansion", "bag", "array");
        var kind = (expand.Parameters.Find("bagexpansion") ?? expand.Parameters.Find("kind"))?.Word;
        var relation = new BoundMvExpand(input.Relation, items, result)
        {
            ItemIndex = index,
            BagsAsArrays = kind == "array",
            RowLimit = expand.RowLimit is null ? null : BindRowCount(expand.RowLimit, scope),
            Span = expand.Span,
        };
        return input.Plus(relation, [.. items.Select(i => i.Column), .. index is null ? ImmutableArray<ColumnSymbol>.Empty : [index]]);
    }

    private ImmutableArray<ExpandItem> BindExpandItems(IReadOnlyList<MvItem> items, RowScope input, Scope scope, ColumnList columns)
    {
        columns.AddInput(input.Columns);
        var bound = ImmutableArray.CreateBuilder<ExpandItem>(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            var named = items[i].Value as NamedExpression;
            var syntax = named?.Value ?? items[i].Value;
            var value = BindScalar(syntax, scope);
            var isJson = value is BoundColumn { Column.HoldsJson: true };
            if (isJson && context.Functions.FindFunction("parse_json") is { } parse)
                value = new BoundCall(parse, parse.Signatures[0], [value], KqlType.Dynamic) { Span = syntax.Span };
            if (value.Type is not (KqlType.Dynamic or KqlType.Unknown) && !isJson)
                _diagnostics.TypeRequired(syntax.Span, KqlType.Dynamic);
            var type = items[i].Type is { Type: ScalarTypeSyntax written } ? ScalarType(written) ?? KqlType.Unknown : isJson ? KqlType.Dynamic : value.Type;
            var item = AddListItem(named, syntax, value, i, scope, columns, ListStyle.Replace, type);
            if (item.Columns is [{ } column])
                bound.Add(new(column, value));
        }

        return bound.ToImmutable();
    }

    private static ColumnSymbol? ItemIndex(IReadOnlyList<OperatorParameter> parameters, ColumnList columns) =>
        parameters.Find("with_itemindex")?.Word is { } name ? columns.Add(name, KqlType.Long, replace: false) : null;

    private RowScope BindMvApply(MvApplyOperator apply, RowScope input, Scope scope)
    {
        var columns = new ColumnList(_diagnostics, input.Columns.Length + apply.Items.Count);
        var items = BindExpandItems(apply.Items, input, scope, columns);
        var index = ItemIndex(apply.Parameters, columns);
        var tie = new ApplyScope();
        var leaf = input.Plus(new BoundApplySource(tie, columns.ToImmutable()) { Span = apply.Span }, [.. items.Select(i => i.Column), .. index is null ? ImmutableArray<ColumnSymbol>.Empty : [index]]);
        var subquery = BindTable(apply.Subquery, new Scope(scope.Locals, null) { Implicit = leaf, Operator = scope.Operator });
        var replaced = apply.Items.Where(i => i.Value is not NamedExpression).Select(i => ResultName(i.Value, scope)).ToHashSet(StringComparer.Ordinal);
        var output = ApplyOutput(input, replaced, subquery);
        var relation = new BoundMvApply(input.Relation, items, tie, subquery.Relation, output)
        {
            ItemIndex = index,
            RowLimit = apply.RowLimit is null ? null : BindRowCount(apply.RowLimit, scope),
            Span = apply.Span,
        };
        return new RowScope(relation) { IsWrong = input.IsWrong || subquery.IsWrong, OpenAt = input.OpenAt ?? subquery.OpenAt, Size = (input.Size + subquery.Size).Over() };
    }

    /// <summary>The input's columns in their places, shown by the subquery where it has them, then what the subquery adds.</summary>
    /// <param name="replaced">Columns that were expanded in their own place: gone where the subquery does not show them.</param>
    private static ImmutableArray<ApplyColumn> ApplyOutput(RowScope input, HashSet<string?> replaced, RowScope subquery)
    {
        var output = ImmutableArray.CreateBuilder<ApplyColumn>(input.Columns.Length + subquery.Columns.Length);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var column in input.Columns)
        {
            names.Add(column.Name);
            var shown = subquery.Columns.FirstOrDefault(c => c.Name == column.Name);
            if (shown is not null)
                output.Add(new(shown, true, shown));
            else if (!replaced.Contains(column.Name))
                output.Add(new(column, false, column));
        }

        foreach (var column in subquery.Columns)
        {
            if (names.Add(column.Name))
                output.Add(new(column, true, column));
        }

        return output.ToImmutable();
    }
}
