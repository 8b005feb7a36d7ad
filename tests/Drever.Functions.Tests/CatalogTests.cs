using Drever.Kql.Symbols;

namespace Drever.Functions.Tests;

public class CatalogTests
{
    [Fact]
    public void Every_declaration_can_be_read()
    {
        var library = FunctionLibrary.Load();
        Assert.NotNull(library.FindFunction("strcat"));
        Assert.NotNull(library.FindAggregate("arg_max"));
        Assert.NotNull(library.FindPlugin("bag_unpack"));
        Assert.NotNull(library.FindOperator("!in~"));
        Assert.True(library.All.Count() > 500);
    }

    [Fact]
    public void Every_function_says_what_it_is_for()
    {
        var silent = FunctionLibrary.Implementations().Where(f => string.IsNullOrWhiteSpace(f.Doc)).Select(f => f.GetType().Name);
        Assert.Empty(silent);
    }

    [Fact]
    public void Every_function_has_an_example()
    {
        var without = FunctionLibrary.Implementations().Where(f => f.Examples.Count == 0).Select(f => f.GetType().Name);
        Assert.Empty(without);
    }

    [Fact]
    public void Every_name_of_a_function_is_in_one_of_its_examples_or_those_of_its_file()
    {
        // an example of one name shows its older names as well, so one of all names will do
        var strangers = FunctionLibrary.Implementations()
            .Where(f => f is not OperatorFunction && f.Examples.Count > 0)
            .Where(f => !NamesOf(f).Any(name => f.Examples.Any(e => e.Kql.Contains(name + "(", StringComparison.Ordinal))))
            .Select(f => f.GetType().Name);
        Assert.Empty(strangers);
    }

    [Fact]
    public void Nothing_is_both_implemented_and_pending()
    {
        var pending = PendingFunctions.Read().Select(s => (s.Kind, s.Name)).ToHashSet();
        var both = FunctionLibrary.Implementations().SelectMany(f => NamesOf(f).Select(name => (Kind: KindOf(f), Name: name))).Where(pending.Contains);
        Assert.Empty(both);
    }

    private static IEnumerable<string> NamesOf(KqlFunction function) =>
        function.Signatures.Select(s => s[..s.IndexOf('(', StringComparison.Ordinal)].Trim()).Distinct(StringComparer.Ordinal);

    private static FunctionKind KindOf(KqlFunction function) => function switch
    {
        OperatorFunction => FunctionKind.Operator,
        AggregateFunction => FunctionKind.Aggregate,
        _ => FunctionKind.Scalar,
    };
}
