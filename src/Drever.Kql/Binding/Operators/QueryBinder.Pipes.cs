using Drever.Kql.Syntax;

namespace Drever.Kql.Binding;

/// <summary>Tables: a source and the operators behind it.</summary>
internal sealed partial class QueryBinder
{
    /// <summary>A table; a value in its place is a mistake. Never null: after a diagnostic it is <see cref="WrongTable"/>.</summary>
    private RowScope BindTable(Expression expression, Scope scope)
    {
        switch (expression)
        {
            case NameExpression name:
                return BindTableName(name, scope);
            case ParenthesizedExpression { Inner: PipeExpression or QueryOperator or NameExpression or ParenthesizedExpression } parenthesized:
                return BindTable(parenthesized.Inner, scope);
            case PipeExpression pipe:
                return BindPipe(pipe, scope);
            case QueryOperator first:
                return BindFirst(first, scope);
            case MaterializeExpression materialize:
                return BindMaterialize(materialize, scope);
            case ToTableExpression toTable:
                return BindTable(toTable.Query, scope);
            case DataTableExpression table:
                return BindDataTable(table, scope);
            case ExternalDataExpression external:
                return BindExternalData(external, scope);
            case ContextualDataTableExpression contextual:
                return new RowScope(new BoundPending("__contextual_datatable", [], DeclaredColumns(contextual.Schema)) { Span = contextual.Span });
            case InlineExternalTableExpression inline:
                var declared = inline.Schema is null ? inferred.Of(inline) : DeclaredColumns(inline.Schema);
                return new RowScope(new BoundPending("inline_external_table", [], declared) { IsOpen = inline.Schema is null, Span = inline.Span })
                {
                    OpenAt = inline.Schema is null ? inline : null,
                };
            case FunctionCall or PathExpression:
                return RequireTable(BindAny(expression, WithoutRow(scope)), expression);
            case WildcardNameExpression wildcard:
                return BindWildcardTables(wildcard, scope);
            case EntityGroupExpression or MaterializedViewCombineExpression:
                _diagnostics.Error("KS111", expression.Span, "Drever has no tables of this kind.");
                return WrongTable;
            default:
                return RequireTable(BindAny(expression, scope), expression);
        }
    }

    /// <summary>A subquery does not see the row that it stands in.</summary>
    private static Scope WithoutRow(Scope scope) =>
        scope.Rows is null && scope.Right is null && scope.Calls == CallContext.Scalar ? scope : scope with { Rows = null, Right = null, Calls = CallContext.Scalar };

    private RowScope BindPipe(PipeExpression pipe, Scope scope)
    {
        cancellationToken.ThrowIfCancellationRequested();
        scope = WithoutRow(scope);
        RowScope rows;
        if (pipe.Source is not null)
        {
            rows = BindTable(pipe.Source, pipe.Operators.Count > 0 ? scope.In(OperatorNames.Of(pipe.Operators[0])) : scope);
        }
        else if (scope.Implicit is not null)
        {
            rows = scope.Implicit;
        }
        else
        {
            _diagnostics.Error("KS174", pipe.Span, "There is no table before the first operator.");
            rows = WrongTable;
        }

        var inner = scope.Operator.Length == 0 ? scope : scope with { Operator = "" };
        foreach (var step in pipe.Operators)
            rows = BindStep(step, rows, inner);
        return rows;
    }

    /// <summary>A parameter whose value is one of a few words.</summary>
    private void CheckWord(IReadOnlyList<OperatorParameter> parameters, string name, params ReadOnlySpan<string> words)
    {
        if (parameters.Find(name) is { Word: { } word } parameter && !words.Contains(word))
            _diagnostics.Error("KS005", parameter.Value.Span, $"Expected one of: {string.Join(", ", words!)}");
    }

    /// <summary>An operator without a pipe before it.</summary>
    private RowScope BindFirst(QueryOperator first, Scope scope)
    {
        if (first is PrintOperator or RangeOperator or UnionOperator or SearchOperator or FindOperator or EvaluateOperator or MacroExpandOperator)
            return BindStep(first, null, WithoutRow(scope));
        if (scope.Implicit is { } rows)
            return BindStep(first, rows, WithoutRow(scope));
        _diagnostics.Error("KS174", first.Span, $"'{OperatorNames.Of(first)}' needs a table before it.");
        return WrongTable;
    }

    private RowScope BindStep(QueryOperator step, RowScope? input, Scope outer)
    {
        if (input is null)
        {
            var source = new Scope(outer.Locals, null) { Operator = OperatorNames.Of(step), Implicit = outer.Implicit };
            return BindSourceStep(step, source);
        }

        if (step is PrintOperator or RangeOperator)
        {
            _diagnostics.Error("KS175", step.Span, $"'{OperatorNames.Of(step)}' takes no table before it.");
            return WrongTable;
        }

        var scope = new Scope(outer.Locals, input) { Operator = OperatorNames.Of(step), Implicit = outer.Implicit };
        var result = BindRowStep(step, input, scope);
        if (result.Size.Depth > context.Limits.MaxDepth)
        {
            _diagnostics.Error("KS245", step.Span, FormattableString.Invariant($"The query has more than {context.Limits.MaxDepth} steps one after another."));
            return WrongTable;
        }

        if (result.Columns.Length <= context.Limits.MaxColumns)
            return result;
        _diagnostics.Error("KS244", step.Span, FormattableString.Invariant($"The step has more than {context.Limits.MaxColumns} columns."));
        return WrongTable;
    }

    private RowScope BindSourceStep(QueryOperator step, Scope scope) => step switch
    {
        PrintOperator print => BindPrint(print, scope),
        RangeOperator range => BindRange(range, scope),
        UnionOperator union => BindUnion(union, null, scope),
        SearchOperator search => BindSearch(search, null, scope),
        FindOperator find => BindFind(find, scope),
        MacroExpandOperator macro => BindMacroExpand(macro, scope),
        EvaluateOperator evaluate => BindEvaluate(evaluate, null, scope),
        _ => BindRest(step, WrongTable, scope),
    };

    private RowScope BindRowStep(QueryOperator step, RowScope input, Scope scope) => step switch
    {
        WhereOperator where => BindWhere(where, input, scope),
        ProjectOperator project => BindProject(project, input, scope),
        ExtendOperator extend => BindExtend(extend.Expressions, extend, input, scope),
        SummarizeOperator summarize => BindSummarize(summarize, input, scope),
        SortOperator sort => BindSort(sort, input, scope),
        TopOperator top => BindTop(top, input, scope),
        TakeOperator take => BindTake(take, input, scope),
        SampleOperator sample => BindSample(sample, input, scope),
        JoinOperator join => BindJoin(join, input, scope),
        LookupOperator lookup => BindLookup(lookup, input, scope),
        UnionOperator union => BindUnion(union, input, scope),
        DistinctOperator distinct => BindDistinct(distinct, input, scope),
        CountOperator count => BindCount(count, input),
        ProjectAwayOperator away => BindProjectAway(away, input, scope),
        ProjectKeepOperator keep => BindProjectKeep(keep, input, scope),
        ProjectRenameOperator rename => BindProjectRename(rename, input, scope),
        ProjectReorderOperator reorder => BindProjectReorder(reorder, input, scope),
        MvExpandOperator expand => BindMvExpand(expand, input, scope),
        MvApplyOperator apply => BindMvApply(apply, input, scope),
        MakeSeriesOperator series => BindMakeSeries(series, input, scope),
        ParseOperator parse => BindParse(parse, input, scope),
        ParseKvOperator parse => BindParseKv(parse, input, scope),
        SerializeOperator serialize => BindSerialize(serialize, input, scope),
        AsOperator name => BindAs(name, input, scope),
        RenderOperator render => BindRender(render, input),
        GetSchemaOperator => BindGetSchema(step, input),
        SearchOperator search => BindSearch(search, input, scope),
        FindOperator find => BindFind(find, scope),
        EvaluateOperator evaluate => BindEvaluate(evaluate, input, scope),
        InvokeOperator invoke => BindInvoke(invoke, input, scope),
        _ => BindRest(step, input, scope),
    };
}
