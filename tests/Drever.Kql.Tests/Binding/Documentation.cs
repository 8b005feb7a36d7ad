using Drever.Kql.Binding;
using Drever.Kql.Symbols;

namespace Drever.Kql.Tests.Binding;

/// <summary>The sample tables of the documentation (conformance/README.md gives their columns).</summary>
internal static class Documentation
{
    private static readonly TableSymbol[] Tables =
    [
        Table(
            "StormEvents",
            "StartTime:datetime EndTime:datetime EpisodeId:int EventId:int State:string EventType:string InjuriesDirect:int InjuriesIndirect:int "
            + "DeathsDirect:int DeathsIndirect:int DamageProperty:int DamageCrops:int Source:string BeginLocation:string EndLocation:string BeginLat:real "
            + "BeginLon:real EndLat:real EndLon:real EpisodeNarrative:string EventNarrative:string StormSummary:dynamic"),
        Table("PopulationData", "State:string Population:long"),
    ];

    public static BindingContext Context { get; } = HuntingBinder.With(new Catalog());

    private static TableSymbol Table(string name, string columns) =>
        new(name, [.. columns.Split(' ').Select(c => c.Split(':')).Select(c => new ColumnSymbol(c[0], KqlTypes.TryParse(c[1], out var type) ? type : KqlType.Unknown))]);

    private sealed class Catalog : ITableCatalog
    {
        IEnumerable<TableSymbol> ITableCatalog.Tables => Tables;

        public TableSymbol? FindTable(string name) => Array.Find(Tables, t => t.Name == name);
    }
}
