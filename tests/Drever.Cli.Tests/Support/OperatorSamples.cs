namespace Drever.Cli.Tests;

/// <summary>A small good query for each query operator.</summary>
internal static class OperatorSamples
{
    private const string T = "DeviceProcessEvents";

    private const string Graph = "datatable(a:string, b:string)['x', 'y'] | make-graph a --> b with (datatable(n:string)['x', 'y']) on n";

    public static IReadOnlyList<(string Name, string Query)> All { get; } =
    [
        ("as", $"{T} | as X | take 1"),
        ("assert-schema", "print a = 1 | assert-schema (a: long)"),
        ("consume", $"{T} | consume"),
        ("count", $"{T} | count"),
        ("datatable", "datatable(a:long)[1, 2]"),
        ("distinct", $"{T} | distinct FileName"),
        ("evaluate", $"{T} | evaluate autocluster()"),
        ("extend", $"{T} | extend x = 1"),
        ("externaldata", "externaldata(a:string)[@'https://example.com/a.csv']"),
        ("facet", $"{T} | facet by FileName"),
        ("find", "find in (DeviceProcessEvents, DeviceFileEvents) where FileName == 'a'"),
        ("fork", $"{T} | fork (count) (take 1)"),
        ("getschema", $"{T} | getschema"),
        ("graph-mark-components", $"{Graph} | graph-mark-components"),
        ("graph-match", $"{Graph} | graph-match (p)-[e]->(q) project p.n"),
        ("graph-shortest-paths", $"{Graph} | graph-shortest-paths (p)-[e*1..3]->(q) project p.n"),
        ("graph-to-table", $"{Graph} | graph-to-table nodes"),
        ("invoke", "let f = (t: (FileName: string)) { t | take 1 }; DeviceProcessEvents | invoke f()"),
        ("join", $"{T} | join kind=inner (DeviceFileEvents) on DeviceId"),
        ("lookup", $"{T} | lookup (DeviceInfo | distinct DeviceId, OSPlatform) on DeviceId"),
        ("make-graph", Graph),
        ("make-series", $"{T} | make-series count() on Timestamp from ago(1d) to now() step 1h"),
        ("mv-apply", "print a = dynamic([1, 2]) | mv-apply a to typeof(long) on (summarize sum(a))"),
        ("mv-expand", "print a = dynamic([1, 2]) | mv-expand a to typeof(long)"),
        ("parse", "print s = 'a=1' | parse s with 'a=' n:long"),
        ("parse-kv", "print s = 'a=1' | parse-kv s as (a: long)"),
        ("parse-where", "print s = 'a=1' | parse-where s with 'a=' n:long"),
        ("partition", $"{T} | partition by FileName (take 1)"),
        ("print", "print 1"),
        ("project", $"{T} | project FileName"),
        ("project-away", $"{T} | project-away FileName"),
        ("project-by-names", $"{T} | project-by-names 'FileName'"),
        ("project-keep", $"{T} | project-keep File*"),
        ("project-rename", $"{T} | project-rename F = FileName"),
        ("project-reorder", $"{T} | project-reorder FileName"),
        ("range", "range x from 1 to 3 step 1"),
        ("reduce", $"{T} | reduce by FileName"),
        ("render", $"{T} | summarize count() by FileName | render piechart"),
        ("sample", $"{T} | sample 2"),
        ("sample-distinct", $"{T} | sample-distinct 2 of FileName"),
        ("scan", $"{T} | sort by Timestamp asc | scan with (step s: true;)"),
        ("search", "search in (DeviceProcessEvents) 'a'"),
        ("serialize", $"{T} | serialize n = row_number()"),
        ("sort", $"{T} | sort by Timestamp"),
        ("summarize", $"{T} | summarize count() by FileName"),
        ("take", $"{T} | take 1"),
        ("top", $"{T} | top 1 by Timestamp"),
        ("top-hitters", $"{T} | top-hitters 2 of FileName"),
        ("top-nested", $"{T} | top-nested 2 of FileName by count()"),
        ("union", "union DeviceProcessEvents, DeviceFileEvents"),
        ("where", $"{T} | where FileName == 'a'"),
    ];
}
