using BenchmarkDotNet.Attributes;
using Drever.Bench.Data;
using Drever.Bench.Queries;
using Drever.Functions;
using Drever.Kql.Syntax;
using Drever.Kql.Text;
using Drever.Schema;
using Drever.Translation;

namespace Drever.Bench.Compile;

/// <summary>Time and allocations of parsing and of compiling; the corpus comes from <c>DREVER_BENCH_CORPUS</c>.</summary>
[MemoryDiagnoser]
public class CompileBenchmark
{
    private readonly CompileContext _context = new(HuntingSchema.Load(), FunctionLibrary.Load(), "bench", BenchData.End);
    private string[] _corpus = [];

    [GlobalSetup]
    public void ReadCorpus() => _corpus = CorpusFile.Read(Environment.GetEnvironmentVariable("DREVER_BENCH_CORPUS"));

    [Benchmark]
    public int ParseCorpus() => _corpus.Count(q => !KqlParser.Parse(new SourceText(q), ParseLimits.Default).HasErrors);

    [Benchmark]
    public int CompileCorpus() => _corpus.Count(q => QueryCompiler.Compile(q, _context).Succeeded);

    [Benchmark]
    public bool CompileDocumentationQuery() => QueryCompiler.Compile(Questions.All[0].Kql, _context).Succeeded;
}
