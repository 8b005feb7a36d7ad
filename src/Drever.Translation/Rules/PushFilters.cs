using System.Collections.Immutable;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;
using Drever.Translation.Plan;

namespace Drever.Translation.Rules;

/// <summary>
/// Moves filters into the legs of unions and the sides of joins, past steps that only choose columns. The engine moves plain
/// filters by itself; what it can't do is use a text index there, because which form a <c>has</c> takes is decided here, by the
/// stored column that it looks at. Of an innerunique join, where it is open which row of the left stays, the filter chooses first.
/// </summary>
internal sealed class PushFilters : RelationRewriter
{
    protected override BoundRelation Visit(BoundRelation relation)
    {
        if (relation is not BoundFilter filter)
            return relation;
        var conjuncts = new List<BoundExpression>();
        Conjuncts.Split(filter.Predicate, conjuncts);
        return conjuncts.Exists(BoundTree.HasWindow) ? relation : Push(filter.Input, conjuncts) ?? relation;
    }

    /// <summary>The input with the conjuncts in it or above it; null when all of them stay above.</summary>
    private static BoundRelation? Push(BoundRelation input, List<BoundExpression> conjuncts) => input switch
    {
        BoundFilter filter when Push(filter.Input, conjuncts) is { } below => filter with { Input = below },
        BoundUnion union => IntoLegs(union, conjuncts),
        BoundJoin join => IntoSides(join, conjuncts),
        BoundSort sort when Push(sort.Input, conjuncts) is { } below => sort with { Input = below },
        BoundProject project => PastColumns(project, project.Definitions, conjuncts),
        BoundExtend extend => PastColumns(extend, extend.Definitions, conjuncts),
        _ => null,
    };

    private static BoundUnion IntoLegs(BoundUnion union, List<BoundExpression> conjuncts)
    {
        var columns = union.Result.AddRange(union.Hidden);
        var legs = ImmutableArray.CreateBuilder<UnionLeg>(union.Legs.Length);
        for (var l = 0; l < union.Legs.Length; l++)
        {
            var leg = union.Legs[l];
            var name = union.SourceNames.IsDefaultOrEmpty ? "" : union.SourceNames[l];
            var replaced = conjuncts.Select(c => Conjuncts.Replace(c, symbol => InLeg(symbol, leg, columns, union, name))).ToList();
            legs.Add(leg with { Input = Push(leg.Input, replaced) ?? Conjuncts.Filter(leg.Input, replaced) });
        }

        return union with { Legs = legs.MoveToImmutable() };
    }

    private static BoundExpression InLeg(ColumnSymbol symbol, UnionLeg leg, ImmutableArray<ColumnSymbol> columns, BoundUnion union, string name)
    {
        if (ReferenceEquals(symbol, union.SourceColumn))
            return new BoundLiteral(name, KqlType.String);
        return leg.Sources[columns.IndexOf(symbol)] switch
        {
            null => new BoundLiteral(symbol.Type == KqlType.String ? "" : null, symbol.Type),
            { } source when source.Type == symbol.Type => new BoundColumn(source),
            { } source => new BoundConversion(new BoundColumn(source), symbol.Type),
        };
    }

    private static BoundRelation? IntoSides(BoundJoin join, List<BoundExpression> conjuncts)
    {
        var sources = join.Output.Concat(join.Hidden).ToDictionary(o => o.Column);
        var (left, right, above) = (new List<BoundExpression>(), new List<BoundExpression>(), new List<BoundExpression>());
        foreach (var conjunct in conjuncts)
        {
            var side = SideOf(conjunct, sources, join.Kind);
            (side switch { JoinSide.Left => left, JoinSide.Right => right, _ => above }).Add(
                side is null ? conjunct : Conjuncts.Replace(conjunct, symbol => new BoundColumn(sources[symbol].Source)));
        }

        if (left.Count + right.Count == 0)
            return null;
        var pushed = join with
        {
            Left = left.Count == 0 ? join.Left : Push(join.Left, left) ?? Conjuncts.Filter(join.Left, left),
            Right = right.Count == 0 ? join.Right : Push(join.Right, right) ?? Conjuncts.Filter(join.Right, right),
        };
        return Conjuncts.Filter(pushed, above);
    }

    /// <summary>The side whose columns alone the predicate names, if rows of it can be dropped before the join.</summary>
    private static JoinSide? SideOf(BoundExpression conjunct, Dictionary<ColumnSymbol, JoinColumn> sources, JoinKind kind)
    {
        var sides = BoundTree.All(conjunct).OfType<BoundColumn>().Select(c => sources[c.Column].Side).Distinct().ToList();
        if (sides is not [var side])
            return null;
        var mayDrop = kind switch
        {
            JoinKind.Inner or JoinKind.InnerUnique => true,
            JoinKind.LeftOuter or JoinKind.LeftSemi or JoinKind.LeftAnti => side == JoinSide.Left,
            JoinKind.RightOuter or JoinKind.RightSemi or JoinKind.RightAnti => side == JoinSide.Right,
            _ => false,
        };
        return mayDrop ? side : null;
    }

    /// <summary>Past a step whose columns the predicate names are passed on or renamed; what is computed there is not computed twice.</summary>
    private static BoundRelation? PastColumns(BoundUnary step, ImmutableArray<ColumnDefinition> definitions, List<BoundExpression> conjuncts)
    {
        if (definitions.Any(d => BoundTree.HasWindow(d.Value)))
            return null;
        var made = definitions.ToDictionary(d => d.Column, d => d.Value);
        var (movable, above) = (new List<BoundExpression>(), new List<BoundExpression>());
        foreach (var conjunct in conjuncts)
            (Conjuncts.NamesOnly(conjunct, c => !made.TryGetValue(c, out var value) || value is BoundColumn) ? movable : above).Add(conjunct);
        var replaced = movable.ConvertAll(c => Conjuncts.Replace(c, symbol => made.TryGetValue(symbol, out var value) ? value : new BoundColumn(symbol)));
        if (replaced.Count == 0 || Push(step.Input, replaced) is not { } below)
            return null;
        return Conjuncts.Filter(step with { Input = below }, above);
    }
}
