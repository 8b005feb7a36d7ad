using System.Collections.Immutable;
using System.Globalization;
using Drever.Kql.Symbols;
using Drever.Kql.Syntax;
using Drever.Kql.Text;

namespace Drever.Kql.Binding;

/// <summary>How the columns of an operator's list come about.</summary>
internal enum ListStyle
{
    /// <summary>Only what the list names: project, the keys of summarize, distinct.</summary>
    Only,
    /// <summary>Added to the input's columns, in the place of those of the same name.</summary>
    Extend,
    /// <summary>As extend, where a plain column is replaced, too: mv-expand.</summary>
    Replace,
    Print,
    Aggregates,
}

/// <summary>One item of a list that was bound: the columns it gives, all of one value.</summary>
internal readonly record struct ListItem(ImmutableArray<ColumnSymbol?> Columns, BoundExpression Value);

/// <summary>Lists of expressions that become columns.</summary>
internal sealed partial class QueryBinder
{
    private ListItem BindListItem(Expression item, int index, Scope scope, ColumnList columns, ListStyle style, KqlType? asType = null)
    {
        if (item is OrderedExpression ordered)
            item = ordered.Value;
        var named = item as NamedExpression;
        var syntax = named?.Value ?? item;
        var value = BindAny(syntax, scope);
        if (value.IsTable)
        {
            if (!value.Table.IsWrong)
                _diagnostics.NotScalar(item.Span);
            value = Wrong;
        }

        return AddListItem(named, syntax, value.Scalar!, index, scope, columns, style, asType);
    }

    private ListItem AddListItem(NamedExpression? named, Expression syntax, BoundExpression value, int index, Scope scope, ColumnList columns, ListStyle style, KqlType? asType)
    {
        var tuple = TupleOf(value, syntax, scope);
        if (!tuple.IsDefault && (tuple.Length > 1 || (named is null && style != ListStyle.Print) || named is { HasNameList: true }))
            return new(AddTuple(tuple, named, columns, style, asType), value);

        var type = asType ?? (tuple.IsDefault ? value.Type : tuple[0].Type);
        var holdsJson = !tuple.IsDefault && tuple[0].HoldsJson;
        var replaces = style is ListStyle.Extend or ListStyle.Replace;
        if (named is not null)
        {
            if (named.Names.Count > 1)
            {
                if (value is not BoundErrorExpression)
                    _diagnostics.Error("KS149", TextSpan.FromBounds(named.Span.Start, named.Names[^1].Span.End + 1), "Several names stand before a single value.");
                return new([null], value);
            }

            return new([columns.Declare(named.Names[0].Text, type, named.Names[0].Span, replaces || value is BoundColumn, SameColumn(value), holdsJson)], value);
        }

        if (PlainColumn(value, syntax) is { } column && style != ListStyle.Aggregates)
        {
            // extend by a column that is there already changes nothing
            if (style == ListStyle.Extend && !column.IsHidden && scope.Rows?.Find(column.Name) == column)
                return new([null], value);
            return new([columns.Declare(column.Name, type, syntax.Span, style == ListStyle.Replace || column.IsHidden, column)], new BoundColumn(column) { Span = syntax.Span });
        }

        var name = style == ListStyle.Print ? string.Create(CultureInfo.InvariantCulture, $"print_{index}")
            : ResultName(syntax, scope) ?? (tuple.IsDefault ? null : tuple[0].Name) ?? DefaultName(scope, style == ListStyle.Extend);
        return new([columns.Add(name, type, replaces, holdsJson: holdsJson)], value);
    }

    private static ColumnSymbol? SameColumn(BoundExpression value) => value is BoundColumn { Column.HoldsJson: true } column ? column.Column : null;

    private ImmutableArray<ColumnSymbol?> AddTuple(ImmutableArray<TupleColumn> tuple, NamedExpression? named, ColumnList columns, ListStyle style, KqlType? asType)
    {
        var added = ImmutableArray.CreateBuilder<ColumnSymbol?>(tuple.Length);
        for (var i = 0; i < tuple.Length; i++)
        {
            if (named is not null && i < named.Names.Count)
                added.Add(columns.Declare(named.Names[i].Text, asType ?? tuple[i].Type, named.Names[i].Span, style is ListStyle.Extend or ListStyle.Replace || !named.HasNameList, holdsJson: tuple[i].HoldsJson));
            else if (named is not null && style == ListStyle.Print)
                added.Add(null);
            else
                added.Add(columns.Add(tuple[i].Name, asType ?? tuple[i].Type, replace: false, holdsJson: tuple[i].HoldsJson));
        }

        for (var i = tuple.Length; named is not null && i < named.Names.Count; i++)
            _diagnostics.Error("KS150", named.Names[i].Span, $"There is no value for '{named.Names[i].Text}'.");
        return added.MoveToImmutable();
    }

    /// <summary>The column that an expression is, also through brackets and a conversion to the type that it has.</summary>
    private static ColumnSymbol? PlainColumn(BoundExpression value, Expression syntax)
    {
        while (syntax is ParenthesizedExpression parenthesized)
            syntax = parenthesized.Inner;
        return value switch
        {
            BoundColumn column when syntax is NameExpression or PathExpression => column.Column,
            BoundCall { Arguments: [BoundColumn column] } call when call.Type == column.Type && IsConversion(call.Function.Name) => column.Column,
            _ => null,
        };
    }

    private static bool IsConversion(string function) => function is "tobool" or "todatetime" or "todecimal" or "todouble" or "todynamic"
        or "toguid" or "toint" or "tolong" or "toreal" or "tostring" or "totime" or "totimespan";

    /// <summary>The definitions that bound items make: a tuple's columns take its parts.</summary>
    private static void AddDefinitions(ListItem item, ImmutableArray<ColumnDefinition>.Builder definitions)
    {
        if (item.Columns is [{ } only] && item.Value is not BoundErrorExpression)
        {
            definitions.Add(new(only, item.Value));
            return;
        }

        for (var i = 0; i < item.Columns.Length; i++)
        {
            if (item.Columns[i] is { } column)
                definitions.Add(new(column, item.Value is BoundErrorExpression ? item.Value : new BoundTupleItem(item.Value, i, column.Type) { Span = item.Value.Span }));
        }
    }
}
