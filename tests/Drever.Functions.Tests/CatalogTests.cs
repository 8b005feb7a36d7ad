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
}
