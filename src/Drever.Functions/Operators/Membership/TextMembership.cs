using System.Collections.Immutable;
using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Operators;

/// <summary><c>in</c> and <c>in~</c> of a text. A text is never null, and neither is the answer.</summary>
internal static class TextMembership
{
    public static SqlExpression In(ScalarCall call, bool ignoreCase)
    {
        var text = call[0].AsSearched();
        if (ItemList.TableOf(call) is { } table)
            return InTable(call, text, call.Context.LowerTableForIn(table, KqlType.String), ignoreCase);
        var items = ItemList.Of(call);
        var found = Expr.False;
        if (items.LiteralTexts() is { } literals)
        {
            found = InLiterals(text, literals, ignoreCase);
            if (SearchedText.HasIndexForWholeValues(call) && (!ignoreCase || literals.Length > 1) && OneTermOfEach(literals, ignoreCase) is { IsEmpty: false } terms)
                found = Expr.And(SearchedText.AnyTerm(call[0].Sql, terms), found);
        }
        else
        {
            foreach (var item in items.Values)
                found = Expr.Or(found, Equal(text, item.ToText(), ignoreCase));
        }

        foreach (var array in items.Arrays)
            found = Expr.Or(found, InArray(text, ItemList.TextsOf(array), ignoreCase));
        return found;
    }

    private static SqlExpression Equal(SqlExpression text, SqlExpression item, bool ignoreCase) =>
        TextEquality.Equal(text, Needle.Of(item), ignoreCase);

    /// <summary>ASCII items in one set and the others in another, as only those need Unicode's lower case.</summary>
    private static SqlExpression InLiterals(SqlExpression text, ImmutableArray<string> literals, bool ignoreCase)
    {
        if (!ignoreCase)
            return literals.IsEmpty ? Expr.False : InSet(text, literals.Select(Expr.Text));
        var found = Expr.False;
        foreach (var group in literals.Select(Needle.Of).GroupBy(n => n.IsAscii))
            found = Expr.Or(found, InSet(group.First().Fold(text), group.Select(n => n.Folded).Distinct()));
        return found;
    }

    private static SqlExpression InSet(SqlExpression value, IEnumerable<SqlExpression> items)
    {
        ImmutableArray<SqlExpression> set = [.. items];
        return set is [var only] ? Expr.Equal(value, only) : Expr.In(value, set);
    }

    private static SqlExpression InArray(SqlExpression text, SqlExpression texts, bool ignoreCase)
    {
        var isConstant = ConstantArrays.IsConstant(texts);
        if (!ignoreCase)
            return isConstant ? Expr.In(text, ConstantArrays.Elements(texts)) : Expr.Call("has", texts, text);
        var folded = Expr.Call("arrayMap", Expr.Lambda("item", i => Expr.Call("lowerUTF8", i)), texts);
        if (!isConstant)
            return Expr.Call("has", folded, Expr.Call("lowerUTF8", text));

        // among ASCII items only ASCII texts can be, and their lower case is much cheaper
        var isAscii = ConstantArrays.Beforehand(Expr.Call("arrayAll", Expr.Lambda("item", i => Expr.Call("isValidASCII", i)), texts));
        return Expr.In(Expr.If(isAscii, Expr.Call("lower", text), Expr.Call("lowerUTF8", text)), ConstantArrays.Elements(folded));
    }

    private static SqlExpression InTable(ScalarCall call, SqlExpression text, SqlQuery query, bool ignoreCase)
    {
        if (!ignoreCase)
            return Expr.In(text, query);
        var source = call.Context.NewVariable("items");
        var folded = new SqlSelect
        {
            Items = [new SqlItem(Expr.Call("lowerUTF8", new SqlColumn(source, FirstAlias(query))), "item")],
            From = new SqlSubquery(query, source),
        };
        return Expr.In(Expr.Call("lowerUTF8", text), folded);
    }

    private static string FirstAlias(SqlQuery query) => query switch
    {
        SqlSelect select => select.Items[0].Alias,
        SqlUnionAll union => FirstAlias(union.Queries[0]),
        _ => throw new InvalidOperationException($"{query.GetType().Name} has no columns"),
    };

    /// <summary>The longest term of each item for the index; none when an item has no term that the index knows.</summary>
    private static ImmutableArray<string> OneTermOfEach(ImmutableArray<string> literals, bool ignoreCase)
    {
        var terms = ImmutableArray.CreateBuilder<string>();
        foreach (var literal in literals)
        {
            if (Terms.ForIndex(Terms.WholeTerms(literal, startsAtTermEdge: true, endsAtTermEdge: true), ignoreCase) is not [var longest, ..])
                return [];
            terms.Add(longest);
        }

        return [.. terms.Distinct(StringComparer.Ordinal)];
    }
}
