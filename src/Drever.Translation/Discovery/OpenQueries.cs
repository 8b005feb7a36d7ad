using System.Collections.Immutable;
using Drever.Kql.Binding;
using Drever.Kql.Diagnostics;
using Drever.Kql.Symbols;
using Drever.Kql.Syntax;
using Drever.Translation.Plan;

namespace Drever.Translation.Discovery;

/// <summary>
/// Queries with steps whose columns only the data can give. The first such step's columns are looked up, the query is bound again with
/// them, and so on until no step is open. A query without such steps is bound once and nothing is run.
/// </summary>
public static class OpenQueries
{
    /// <summary>Steps looked up for one query: each is a query of its own.</summary>
    private const int MaxSteps = 16;

    public static async ValueTask<BoundQuery> BindAsync(
        SyntaxResult syntax, BindingContext binding, CompileContext context, IColumnDiscovery discovery, CancellationToken cancellationToken)
    {
        var queries = new DiscoveryQuery(context.Functions);
        while (true)
        {
            var bound = KqlBinder.Bind(syntax, binding, cancellationToken);
            if (bound.Result is null || FirstOpen(bound.Result) is not { } step)
                return bound;
            if (binding.Discovered.Count == MaxSteps)
                return Refused(bound, step, $"The query has more than {MaxSteps} steps whose columns come from the data. Give those of some: evaluate {step.Name}(...) : (name:type, ...)");
            if (!StandsAlone(step.Input))
                return new BoundQuery(null, bound.Diagnostics.Add(CompilerDiagnostics.NotSupported($"{step.Name} without a schema inside of mv-apply", step.Span)));
            var compiled = QueryCompiler.Compile(new BoundQuery(queries.Of(step), []), context with { RowLimit = null });
            if (!compiled.Succeeded)
                return new BoundQuery(null, compiled.Diagnostics);
            var columns = Columns(step, await discovery.RunAsync(compiled.Query, cancellationToken));
            if (columns.Length > DiscoveryQuery.MaxColumns)
                return Refused(bound, step, $"{step.Name}(): the data would give it more than {DiscoveryQuery.MaxColumns} columns. Filter its input, or name the columns: evaluate {step.Name}(...) : (name:type, ...)");
            binding = binding with { Discovered = binding.Discovered.With(step.Step, columns) };
        }
    }

    /// <summary>An open step whose own input has none.</summary>
    private static BoundOpenStep? FirstOpen(BoundRelation root) =>
        BoundTree.All(root).OfType<BoundOpenStep>().FirstOrDefault(step => !BoundTree.All(step.Input).Any(r => r is BoundOpenStep));

    /// <summary>The input does not read the rows of an mv-apply around it.</summary>
    private static bool StandsAlone(BoundRelation input)
    {
        var inside = BoundTree.All(input).OfType<BoundMvApply>().Select(a => a.Scope).ToHashSet();
        return BoundTree.All(input).OfType<BoundApplySource>().All(s => inside.Contains(s.Scope));
    }

    private static BoundQuery Refused(BoundQuery bound, BoundOpenStep step, string message) =>
        new(null, bound.Diagnostics.Add(new Diagnostic(CompilerDiagnostics.TooManyColumns, DiagnosticSeverity.Error, message, step.Span)));

    private static ImmutableArray<DiscoveredColumn> Columns(BoundOpenStep step, ImmutableArray<DiscoveryRow> rows) => step.Kind == OpenStepKind.Values
        ? [.. rows.Select(r => new DiscoveredColumn(r.Name, KqlType.Unknown))]
        : [.. rows.GroupBy(r => r.Name, StringComparer.Ordinal).Select(g => new DiscoveredColumn(g.Key, CommonType(g.Select(r => r.Type))))];

    /// <summary>A null is a value of any type. "Its type is either the type of the slot, if all values of the same slot have the same type, or dynamic."</summary>
    private static KqlType CommonType(IEnumerable<string> types)
    {
        var common = KqlType.Unknown;
        foreach (var name in types)
        {
            KqlType type;
            switch (name)
            {
                case "null": continue;
                case "bool": type = KqlType.Bool; break;
                case "long": type = KqlType.Long; break;
                case "double": type = KqlType.Real; break;
                case "string": type = KqlType.String; break;
                default: return KqlType.Dynamic;
            }

            if (common != KqlType.Unknown && common != type)
                return KqlType.Dynamic;
            common = type;
        }

        return common == KqlType.Unknown ? KqlType.Dynamic : common;
    }
}
