using System.Collections.Immutable;
using Drever.Kql.Symbols;
using Drever.Kql.Syntax;

namespace Drever.Kql.Binding;

/// <summary>Columns that a query names but that only the data can give, by the step that they come from.</summary>
internal sealed class InferredColumns
{
    private readonly Dictionary<SyntaxNode, List<ColumnSymbol>> _byStep = new(ReferenceEqualityComparer.Instance);

    public int Count { get; private set; }

    public ImmutableArray<ColumnSymbol> Of(SyntaxNode step) => _byStep.TryGetValue(step, out var columns) ? [.. columns] : [];

    public ColumnSymbol Add(SyntaxNode step, string name)
    {
        if (!_byStep.TryGetValue(step, out var columns))
            _byStep.Add(step, columns = []);
        if (columns.Find(c => c.Name == name) is { } known)
            return known;
        var column = new ColumnSymbol(name, KqlType.Unknown);
        columns.Add(column);
        Count++;
        return column;
    }
}
