using System.Xml.Linq;

namespace Drever.Cli.Tests;

/// <summary>Dependencies point one way (docs/architecture.md); a new reference has to be put here on purpose.</summary>
public class LayeringTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Drever.Kql"] = [],
        ["Drever.Sql"] = [],
        ["Drever.Wire"] = [],
        ["Drever.Functions"] = ["Drever.Kql", "Drever.Sql"],
        ["Drever.Schema"] = ["Drever.Kql", "Drever.Sql"],
        ["Drever.Translation"] = ["Drever.Functions", "Drever.Kql", "Drever.Schema", "Drever.Sql"],
        ["Drever.Engine"] = ["Drever.Schema"],
        ["Drever.Ingest"] = ["Drever.Engine", "Drever.Schema"],
        ["Drever.Hunting"] = ["Drever.Engine", "Drever.Schema", "Drever.Translation"],
        ["Drever.Server"] = ["Drever.Hunting", "Drever.Wire"],
        ["Drever.Cli"] = ["Drever.Ingest", "Drever.Server"],
    };

    [Fact]
    public void Projects_refer_only_to_those_below_them()
    {
        var projects = Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories);
        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), projects.Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!);
        foreach (var project in projects)
        {
            var references = XDocument.Load(project).Descendants("ProjectReference")
                .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));
            Assert.Equal(Allowed[Path.GetFileNameWithoutExtension(project)], references.Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData("Drever.Kql")]
    [InlineData("Drever.Sql")]
    [InlineData("Drever.Wire")]
    public void The_lowest_projects_need_no_package(string project)
    {
        var file = XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"));
        Assert.Empty(file.Descendants("PackageReference"));
    }
}
