using System.Collections.Immutable;
using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Operators;

/// <summary>
/// <c>has_any</c> and <c>has_all</c>. Single ASCII terms go to the engine as one set; other items are looked for one by one.
/// Measured over 2 million command lines without an index, in ms: OR of hasToken 75 a term, hasAnyTokens 260 for any number of them,
/// with multiSearchAny before it 150 for ten, and no gain from fifty (and it takes 255 at most).
/// </summary>
internal static class TermSets
{
    private const int FewTerms = 2;
    private const int MostPrefiltered = 16;

    public static SqlExpression Any(ScalarCall call)
    {
        if (ItemList.TableOf(call) is { } table)
            return AnyOf(call, ItemList.TextsOfColumn(call.Context.LowerTableAsArray(table)));
        var items = ItemList.Of(call);
        var found = Expr.False;
        if (items.LiteralTexts() is { } literals)
        {
            if (literals.Contains("", StringComparer.Ordinal))
                return Expr.True;
            found = AnyLiteral(call, literals);
        }
        else
        {
            foreach (var item in items.Values)
                found = Expr.Or(found, Find(call, item.ToText()));
        }

        foreach (var array in items.Arrays)
            found = Expr.Or(found, AnyOf(call, ItemList.TextsOf(array)));
        return found;
    }

    public static SqlExpression All(ScalarCall call)
    {
        if (ItemList.TableOf(call) is { } table)
            return AllOf(call, ItemList.TextsOfColumn(call.Context.LowerTableAsArray(table)));
        var items = ItemList.Of(call);
        var found = Expr.True;
        if (items.LiteralTexts() is { } literals)
        {
            found = AllLiterals(call, literals);
        }
        else
        {
            foreach (var item in items.Values)
                found = Expr.And(found, Find(call, item.ToText()));
        }

        foreach (var array in items.Arrays)
            found = Expr.And(found, AllOf(call, ItemList.TextsOf(array)));
        return found;
    }

    private static SqlExpression AnyLiteral(ScalarCall call, ImmutableArray<string> literals)
    {
        var (terms, others) = Split(literals);
        var found = Expr.False;
        if (!terms.IsEmpty)
            found = SearchedText.HasIndex(call) ? SearchedText.AnyTerm(call[0].Sql, terms) : AnyTermWithoutIndex(call, terms);
        foreach (var other in others)
            found = Expr.Or(found, Find(call, Expr.Text(other)));
        return found;
    }

    private static SqlExpression AnyTermWithoutIndex(ScalarCall call, ImmutableArray<string> terms)
    {
        var text = call[0].AsSearched();
        if (terms.Length <= FewTerms)
            return terms.Aggregate(Expr.False, (found, term) => Expr.Or(found, TermSearch.Find(text, Needle.Of(term), wholeStart: true, wholeEnd: true, ignoreCase: true)));
        var exact = SearchedText.AnyTerm(text, terms);
        return terms.Length > MostPrefiltered
            ? exact
            : Expr.And(Expr.Call("multiSearchAny", Expr.Call("lower", text), Expr.Array([.. terms.Select(Expr.Text)])), exact);
    }

    private static SqlExpression AllLiterals(ScalarCall call, ImmutableArray<string> literals)
    {
        var (terms, others) = Split(literals);
        var found = Expr.True;
        if (!terms.IsEmpty && SearchedText.HasIndex(call))
            found = SearchedText.AllTerms(call[0].Sql, terms);
        else
            others = others.InsertRange(0, terms);
        foreach (var other in others)
            found = Expr.And(found, Find(call, Expr.Text(other)));
        return found;
    }

    /// <summary>Single terms as the index spells them, and the rest.</summary>
    private static (ImmutableArray<string> Terms, ImmutableArray<string> Others) Split(ImmutableArray<string> literals)
    {
        var split = literals.ToLookup(l => TermOperator.IsIndexTerm(Needle.Of(l)));
        return ([.. split[true].Select(Terms.LowerAscii).Distinct(StringComparer.Ordinal)], [.. split[false]]);
    }

    private static SqlExpression Find(ScalarCall call, SqlExpression item) =>
        TermOperator.Find(call, Needle.Of(item), wholeStart: true, wholeEnd: true, ignoreCase: true);

    /// <summary>
    /// A row must have one ASCII term of some item: the longest of each; an item without one lets every row through. Then the items are looked
    /// for one by one, unless all are single terms and the set has said all.
    /// </summary>
    private static SqlExpression AnyOf(ScalarCall call, SqlExpression items)
    {
        var oneByOne = OneByOne("arrayExists", call, items);
        if (!ConstantArrays.IsConstant(items))
            return oneByOne;
        var longest = ConstantArrays.Beforehand(Each(items, item => Expr.Call(
            "arrayElement", Expr.Call("arraySort", Expr.Lambda("term", t => Expr.Call("negate", Expr.Call("length", t))), AsciiTerms(item)), Expr.Number(1))));
        var narrowed = Expr.Or(Expr.Call("has", longest, Expr.Text("")), Expr.Call("hasAnyTokens", Expr.Call("lower", call[0].AsSearched()), longest));
        return Expr.And(narrowed, Expr.Or(AreSingleTerms(items), oneByOne));
    }

    private static SqlExpression AllOf(ScalarCall call, SqlExpression items)
    {
        var oneByOne = OneByOne("arrayAll", call, items);
        if (!ConstantArrays.IsConstant(items))
            return oneByOne;
        var terms = ConstantArrays.Beforehand(Expr.Call("arrayFlatten", Each(items, AsciiTerms)));
        var narrowed = Expr.Or(Expr.Call("empty", terms), Expr.Call("hasAllTokens", Expr.Call("lower", call[0].AsSearched()), terms));
        return Expr.And(narrowed, Expr.Or(AreSingleTerms(items), oneByOne));
    }

    private static SqlExpression AreSingleTerms(SqlExpression items) =>
        ConstantArrays.Beforehand(Expr.Call("arrayAll", Expr.Lambda("item", i => Expr.Call("match", i, Expr.Text("^[a-zA-Z0-9]+$"))), items));

    /// <summary>The terms of a needle that the index knows whatever their case.</summary>
    private static SqlExpression AsciiTerms(SqlExpression item) =>
        Expr.Call(
            "arrayFilter",
            Expr.Lambda("term", t => Expr.Call("match", t, Expr.Text("^[a-z0-9]+$"))),
            Expr.Call("tokens", Expr.Call("lower", item), Expr.Text("splitByNonAlpha")));

    private static SqlExpression Each(SqlExpression items, Func<SqlExpression, SqlExpression> of) =>
        Expr.Call("arrayMap", Expr.Lambda("item", of), items);

    private static SqlExpression OneByOne(string name, ScalarCall call, SqlExpression items)
    {
        var text = call[0].AsSearched();
        return Expr.Call(
            name,
            Expr.Lambda(
                call.Context.NewVariable("item"),
                item => TermSearch.FindAny(text, Needle.Of(item), wholeStart: true, wholeEnd: true, ignoreCase: true)),
            items);
    }
}
