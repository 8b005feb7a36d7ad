using Drever.Kql.Binding;

namespace Drever.Translation.Plan;

/// <summary>Which shared results are worth a common table.</summary>
internal static class SharedResults
{
    /// <summary>Those that stand in the tree more than once, counting what is inside a shared result once.</summary>
    public static HashSet<SharedResult> ReadSeveralTimes(BoundRelation root)
    {
        var once = new HashSet<SharedResult>();
        var several = new HashSet<SharedResult>();
        Count(root, once, several);
        return several;
    }

    private static void Count(BoundRelation relation, HashSet<SharedResult> once, HashSet<SharedResult> several)
    {
        if (relation is BoundShared shared && !once.Add(shared.Shared))
        {
            several.Add(shared.Shared);
            return;
        }

        foreach (var input in BoundTree.Inputs(relation))
            Count(input, once, several);
        foreach (var expression in BoundTree.Expressions(relation).SelectMany(BoundTree.All))
        {
            if (BoundTree.Subquery(expression) is { } subquery)
                Count(subquery, once, several);
        }
    }
}
