using System.Collections.Immutable;
using Drever.Functions;
using Drever.Kql.Binding;
using Drever.Kql.Diagnostics;
using Drever.Kql.Syntax;
using Drever.Kql.Text;
using Drever.Schema;
using Drever.Translation;
using Drever.Translation.Discovery;

namespace Drever.Hunting;

/// <summary>From KQL text to a query that can run. Made once and shared: nothing of it changes.</summary>
public sealed class HuntCompiler(HuntingSchema schema, FunctionLibrary functions)
{
    private readonly BindingContext _binding = new(schema, functions) { ServiceFunctions = schema.ServiceFunctions };

    /// <summary>The compiler of this version's schema and functions.</summary>
    public static HuntCompiler Load() => new(HuntingSchema.Load(), FunctionLibrary.Load());

    /// <param name="discovery">Looks up the columns that only the data can give, under the limits of the hunt.</param>
    public async ValueTask<HuntCompilation> CompileAsync(string query, HuntScope scope, IColumnDiscovery discovery, CancellationToken cancellationToken)
    {
        var syntax = KqlParser.Parse(new SourceText(query), ParseLimits.Default);
        var context = Context(scope);
        var bound = await OpenQueries.BindAsync(syntax, _binding, context, discovery, cancellationToken);
        if (bound.HasErrors)
            return HuntCompilation.Failed(DiagnosticErrors.Of(bound.Diagnostics, inSyntax: syntax.HasErrors), bound.Diagnostics);
        var result = QueryCompiler.Compile(bound, context);
        return result.Succeeded
            ? HuntCompilation.Of(result.Query)
            : HuntCompilation.Failed(DiagnosticErrors.Of(result.Diagnostics, inSyntax: false), result.Diagnostics);
    }

    private CompileContext Context(HuntScope scope) => new(schema, functions, scope.Database, scope.NowUtc)
    {
        Window = scope.Window.IsEverything ? null : new QueryWindow(scope.Window.FromUtc, scope.Window.ToUtc),
        DeviceGroups = scope.Devices.IsAll ? null : scope.Devices.Groups,
        // one more than is given, so that it shows when an answer was cut
        RowLimit = scope.MaxRows < long.MaxValue ? scope.MaxRows + 1 : null,
    };
}

/// <summary>Whose rows, which of them, how many.</summary>
/// <param name="Database">The tenant's database.</param>
/// <param name="NowUtc">The query's one <c>now()</c>.</param>
public sealed record HuntScope(string Database, DateTime NowUtc, TimeWindow Window, DeviceScope Devices, long MaxRows);

/// <summary>A query that can run, or the error that a caller is given; the diagnostics in either case.</summary>
public sealed record HuntCompilation(CompiledQuery? Query, HuntingError? Error, ImmutableArray<Diagnostic> Diagnostics)
{
    internal static HuntCompilation Of(CompiledQuery query) => new(query, null, query.Diagnostics);

    internal static HuntCompilation Failed(HuntingError error, ImmutableArray<Diagnostic> diagnostics) => new(null, error, diagnostics);
}
