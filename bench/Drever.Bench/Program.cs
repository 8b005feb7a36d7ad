using System.CommandLine;
using BenchmarkDotNet.Running;
using Drever.Bench.Compile;
using Drever.Bench.Queries;

var rows = new Option<long>("--rows") { Description = "Process events to make; half as many network events", DefaultValueFactory = _ => 1_000_000 };
var rounds = new Option<int>("--rounds") { Description = "Measured rounds of each question", DefaultValueFactory = _ => 9 };
var data = new Option<string>("--data") { Description = "Where the events are kept between runs", DefaultValueFactory = _ => Path.Combine(Path.GetTempPath(), "drever-bench") };
var query = new Command("query", "KQL against hand-written SQL, question by question") { rows, rounds, data };
query.SetAction((parse, cancel) => new QueryBench(parse.GetValue(data)!, parse.GetValue(rows), parse.GetValue(rounds)).RunAsync(cancel));

var corpus = new Option<string?>("--corpus") { Description = "JSON lines with a query each; without it the bench's own questions" };
var compile = new Command("compile", "Compile time and allocations over a corpus: median, p90, p99") { corpus };
compile.SetAction(parse => CompileReport.Run(parse.GetValue(corpus)));

var micro = new Command("micro", "The same with BenchmarkDotNet") { corpus };
micro.SetAction(parse =>
{
    // BenchmarkDotNet runs in a process of its own, which inherits this
    if (parse.GetValue(corpus) is { } path)
        Environment.SetEnvironmentVariable("DREVER_BENCH_CORPUS", Path.GetFullPath(path));
    BenchmarkRunner.Run<CompileBenchmark>();
    return 0;
});

return await new RootCommand("Measures Drever; figures are ratios within one run") { query, compile, micro }.Parse(args).InvokeAsync();
