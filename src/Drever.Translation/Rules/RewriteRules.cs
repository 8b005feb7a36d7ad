using Drever.Kql.Binding;
using Drever.Translation.Plan;

namespace Drever.Translation.Rules;

/// <summary>
/// The rewrites that must not change an answer, in the order in which they run. A rule is worth its place only where the engine
/// does not do the same by itself. Column pruning is no rule: a SELECT is only ever asked for the columns that are needed.
/// </summary>
internal static class RewriteRules
{
    public static IReadOnlyList<Func<RelationRewriter>> InOrder { get; } =
    [
        // from the outermost filter inwards, so that one pass is enough
        () => new PushFilters(),
    ];

    public static BoundRelation Apply(BoundRelation plan) => InOrder.Aggregate(plan, (tree, rule) => rule().Rewrite(tree));
}
