namespace Drever.Kql.Tests.Syntax;

/// <summary>Trees and errors, query by query, in the files of the folder Baselines.</summary>
public class BaselineTests
{
    public static TheoryData<string> Files => [.. Directory.GetFiles(Baseline.Folder, "*.txt").Select(static f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_query_gives_the_tree_or_the_errors_that_are_written_down(string file) => Baseline.Check(file);

    [Fact]
    public void The_baselines_hold_every_operator()
    {
        var text = string.Concat(Directory.GetFiles(Baseline.Folder, "*.txt").Select(File.ReadAllText));
        var missing = typeof(Drever.Kql.Syntax.QueryOperator).Assembly.GetTypes()
            .Where(static t => !t.IsAbstract && t.IsSubclassOf(typeof(Drever.Kql.Syntax.QueryOperator)))
            .Select(static t => char.ToLowerInvariant(t.Name[0]) + t.Name[1..^"Operator".Length])
            .Where(name => !text.Contains("(" + name + " ", StringComparison.Ordinal) && !text.Contains("(" + name + ")", StringComparison.Ordinal));
        Assert.Empty(missing);
    }
}
