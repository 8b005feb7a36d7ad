using Drever.Kql.Binding;
using Drever.Kql.Symbols;
using Drever.Kql.Syntax;
using Drever.Kql.Text;
using Drever.Sql;
using Drever.Translation.Discovery;
using Drever.Translation.Lowering;
using Drever.Translation.Plan;
using Drever.Translation.Rules;

namespace Drever.Translation;

/// <summary>From KQL text to SQL text, stage by stage. What a query does wrong is a diagnostic; only cancellation throws.</summary>
public static class QueryCompiler
{
    /// <summary>Compiles without looking at data: steps whose columns come from it are errors unless the query names their columns.</summary>
    public static CompileResult Compile(string query, CompileContext context, CancellationToken cancellationToken = default) =>
        Compile(KqlBinder.Bind(Parse(query), Binding(context), cancellationToken), context);

    /// <summary>Compiles; the columns that only the data can give are looked up.</summary>
    public static async ValueTask<CompileResult> CompileAsync(string query, CompileContext context, IColumnDiscovery discovery, CancellationToken cancellationToken) =>
        Compile(await OpenQueries.BindAsync(Parse(query), Binding(context), context, discovery, cancellationToken), context);

    /// <summary>A column that the query names and no row has is of no type while it is bound; its nulls leave as dynamic.</summary>
    private static ResultColumn ResultColumnOf(ColumnSymbol column) => new(column.Name, column.Type == KqlType.Unknown ? KqlType.Dynamic : column.Type);

    private static SyntaxResult Parse(string query) => KqlParser.Parse(new SourceText(query), ParseLimits.Default);

    private static BindingContext Binding(CompileContext context) => new(context.Schema, context.Functions) { ServiceFunctions = context.Schema.ServiceFunctions };

    /// <summary>The stages after binding.</summary>
    public static CompileResult Compile(BoundQuery bound, CompileContext context)
    {
        if (bound.Result is null || bound.HasErrors)
            return new CompileResult(null, bound.Diagnostics);
        var unsupported = RunnableCheck.Check(bound.Result, context.Functions);
        if (!unsupported.IsEmpty)
            return new CompileResult(null, bound.Diagnostics.AddRange(unsupported));
        try
        {
            var planned = new WindowSteps(context.Functions).Rewrite(new ScopeScans(context).Rewrite(bound.Result));
            var rewritten = context.SkipRules ? planned : RewriteRules.Apply(planned);
            var sql = RelationLowering.Lower(rewritten, context);
            var text = SqlWriter.Write(sql);
            return new CompileResult(
                new CompiledQuery(sql, text, [.. bound.Columns.Select(ResultColumnOf)])
                {
                    UsesLegacyTables = BoundTree.All(bound.Result).Any(r => r is BoundScan { Table.IsLegacy: true }),
                    Render = bound.Render,
                    Diagnostics = bound.Diagnostics,
                    Stages = new CompiledStages(bound.Result, planned, rewritten),
                },
                bound.Diagnostics);
        }
        catch (NotSupportedYetException unknown)
        {
            return new CompileResult(null, bound.Diagnostics.Add(unknown.Diagnostic));
        }
    }
}
