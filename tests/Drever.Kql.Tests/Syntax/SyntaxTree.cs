using System.Collections;
using Drever.Kql.Syntax;

namespace Drever.Kql.Tests.Syntax;

/// <summary>A tree seen from outside: the nodes below a node, by reflection.</summary>
internal static class SyntaxTree
{
    public static IEnumerable<SyntaxNode> Children(SyntaxNode node)
    {
        foreach (var property in node.GetType().GetProperties().Where(static p => p.GetIndexParameters().Length == 0))
        {
            switch (property.GetValue(node))
            {
                case SyntaxNode child:
                    yield return child;
                    break;
                case string:
                    break;
                case IEnumerable items:
                    foreach (var item in items.OfType<SyntaxNode>())
                        yield return item;
                    break;
            }
        }
    }

    public static IEnumerable<SyntaxNode> All(SyntaxNode node) => Children(node).SelectMany(All).Prepend(node);
}
