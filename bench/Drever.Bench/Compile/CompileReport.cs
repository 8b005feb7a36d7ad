using System.Diagnostics;
using System.Globalization;
using Drever.Bench.Data;
using Drever.Functions;
using Drever.Schema;
using Drever.Translation;

namespace Drever.Bench.Compile;

/// <summary>Compiles every query of a file many times and prints the spread over the queries: time (each query's median) and bytes allocated.</summary>
internal static class CompileReport
{
    private const int Rounds = 15;

    public static int Run(string? path)
    {
        var queries = CorpusFile.Read(path);
        var context = new CompileContext(HuntingSchema.Load(), FunctionLibrary.Load(), "bench", BenchData.End);
        foreach (var query in queries)
            QueryCompiler.Compile(query, context);

        var (times, bytes, failed) = (new List<double>(), new List<double>(), 0);
        var samples = new double[Rounds];
        foreach (var query in queries)
        {
            var allocated = 0L;
            var ok = true;
            for (var round = 0; round < Rounds; round++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var start = Stopwatch.GetTimestamp();
                ok = QueryCompiler.Compile(query, context).Succeeded;
                samples[round] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
                allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            }

            failed += ok ? 0 : 1;
            Array.Sort(samples);
            times.Add(samples[Rounds / 2]);
            bytes.Add(allocated);
        }

        Console.WriteLine($"{queries.Length} queries, {failed} of them end in a diagnostic");
        Print("microseconds", times);
        Print("bytes allocated", bytes);
        return 0;
    }

    private static void Print(string what, List<double> values)
    {
        values.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}: median {At(0.5):N0}, p90 {At(0.9):N0}, p99 {At(0.99):N0}, highest {values[^1]:N0}"));

        double At(double quantile) => values[Math.Min(values.Count - 1, (int)(quantile * values.Count))];
    }
}
