using System.Globalization;
using System.Text;

namespace Drever.Cli.Tests;

/// <summary>Queries that try to reach what they must not, or to tire the compiler.</summary>
internal static class HostileQueries
{
    /// <summary>Names that ClickHouse knows and KQL does not: each would do harm if it were passed through.</summary>
    private static readonly string[] EngineFunctions =
    [
        "file", "url", "remote", "remoteSecure", "s3", "hdfs", "mysql", "postgresql", "sqlite", "executable", "numbers", "system", "cluster_", "merge", "input",
        "dictGet", "getSetting", "currentUser", "hostName", "version", "sleep", "sleepEachRow", "throwIf", "filesystemAvailable", "addressToLine", "demangle",
        "evalMLMethod", "runningAccumulate", "generateRandomStructure", "catboostEvaluate", "joinGet", "toTypeName", "formatRow", "showCertificate", "queryID",
    ];

    public static IEnumerable<string> Wrong()
    {
        foreach (var name in EngineFunctions)
        {
            yield return $"print {name}('/etc/passwd')";
            yield return $"{name}('/etc/passwd') | take 1";
            yield return $"DeviceProcessEvents | extend x = {name}(FileName)";
        }

        foreach (var text in Texts)
            yield return text;
        foreach (var text in Tiring())
            yield return text;
    }

    private static readonly string[] Texts =
    [
        "; DROP TABLE DeviceProcessEvents", "DeviceProcessEvents; DROP DATABASE tenant_default", "SELECT 1", "DROP TABLE DeviceProcessEvents",
        "DeviceProcessEvents UNION ALL SELECT * FROM system.tables", "system.tables", "tenant_default.DeviceProcessEvents", "information_schema.tables | take 1",
        "DeviceProcessEvents | where FileName == 'a' OR 1=1 --", "DeviceProcessEvents | where FileName == 'a\\'", "DeviceProcessEvents | where FileName == \"a",
        "DeviceProcessEvents | where FileName == @'a", "DeviceProcessEvents | where ['FileName", "DeviceProcessEvents | project ['a`b'] = Nope", "['`; DROP TABLE x; --']",
        ".show tables", ".drop table DeviceProcessEvents", "#connect cluster('x')", "DeviceProcessEvents | .drop", "print 1e999999999 + x", "print 0x",
        "print 'a' + ", "print (((((", "print )))))", "| take 5", "DeviceProcessEvents |",
        "DeviceProcessEvents || take 1", "DeviceProcessEvents | where", "DeviceProcessEvents | summarize by", "DeviceProcessEvents | join on", "let x = x; x", "let f = () { f() }; f()",
        "let a = b; let b = a; print a", "cluster('evil').database('x').T", "database('other').DeviceProcessEvents", "externaldata(a:string)[@'http://127.0.0.1/'] ", "externaldata(a:string)[@'file:///etc/passwd']",
        "evaluate python(typeof(*), 'import os')", "DeviceProcessEvents | evaluate sql_request('x','y')", "DeviceProcessEvents | invoke system()", "print \u202e\u0000", "\u0001\u0002\u0003",
        "DeviceProcessEvents | where FileName matches regex '('", "print extract('(', 1, 'a')", "print replace_regex('a', '[', 'b')", "DeviceProcessEvents | where __record_id == 1", "DeviceProcessEvents | project __ingestion_time",
        "DeviceProcessEvents | extend x = t1.FileName", "set readonly = 0; DeviceProcessEventz", "DeviceProcessEvents | where FileName == $$x$$", "DeviceProcessEvents | where `FileName` == 'x'",
        "DeviceProcessEvents | where FileName == 'x' SETTINGS readonly=0", "DeviceProcessEvents FORMAT Null", "DeviceProcessEvents | take 1 INTO OUTFILE '/tmp/x'", "WITH x AS (SELECT 1) SELECT * FROM x",
    ];

    /// <summary>
    /// Odd, and KQL all the same: the official service reads a literal that can't be read as null, with a warning. Whether such a query is
    /// refused is its operator's matter.
    /// </summary>
    public static IEnumerable<string> Odd() =>
    [
        "DeviceProcessEvents | take -9999999999999999999999", "DeviceProcessEvents | take 99999999999999999999", "DeviceProcessEvents | take -1",
        "DeviceProcessEvents | where ProcessId == 99999999999999999999999999", "print datetime(99999-01-01)", "print datetime(2020-13-45)", "print guid(zz)",
        "print 1e999", "print 9223372036854775807 + 1", "print -9223372036854775808", "print 1 / 0", "print 1.0 / 0", "print 1 % 0", "print 9223372036854775807 * 9223372036854775807",
        "print datetime(9999-12-31) + 1d", "print datetime(0001-01-01) - 1d", "print timespan(99999999d)", "print bin(1, 0)", "print bin(datetime(2020-01-01), 0s)", "print toint('99999999999')",
        "range x from 1 to 1000000000000 step 1 | take 1", "range x from 1 to 10 step 0", "range x from 1 to 10 step -1", "print strcat('" + new string('a', 100_000) + "', 'b')",
        "print '" + new string('\'', 200_001), "print repeat(1, 1000000000)", "print parse_json('" + new string('[', 50_000) + "')", "print x = dynamic([[[[[[[[[[1]]]]]]]]]])[0][0][0]",
    ];

    private static IEnumerable<string> Tiring()
    {
        const int many = 200_000;
        yield return "print " + new string('(', many);
        yield return "print " + new string('(', many) + "1" + new string(')', many);
        yield return "print " + new string('-', many);
        yield return "print " + string.Concat(Enumerable.Repeat("not(", many));
        yield return "print x" + string.Concat(Enumerable.Repeat("[0]", many));
        yield return "print x" + string.Concat(Enumerable.Repeat(".a", many));
        yield return "print dynamic(" + new string('[', many);
        yield return "DeviceProcessEvents " + string.Concat(Enumerable.Repeat("| where Nope ", 50_000));
        yield return new string('a', 1_000_000);
        yield return new string('|', 500_000);
        yield return string.Concat(Enumerable.Repeat("let a = 1; ", 50_000)) + "b";
        yield return "DeviceProcessEvents | project " + string.Join(", ", Enumerable.Range(0, 30_000).Select(i => "c" + i.ToString(CultureInfo.InvariantCulture)));
        yield return Doubling();
    }

    /// <summary>Each name is used twice by the next: 2 to the 40 when written out.</summary>
    private static string Doubling()
    {
        var text = new StringBuilder("let f0 = (x: long) { x + nope };\n");
        for (var i = 1; i <= 40; i++)
            text.Append(CultureInfo.InvariantCulture, $"let f{i} = (x: long) {{ f{i - 1}(x) + f{i - 1}(x) }};\n");
        return text.Append("print f40(1)").ToString();
    }

    /// <summary>Texts that must survive the way through SQL and back.</summary>
    public static IEnumerable<string> OddTexts()
    {
        for (var c = 1; c < 0x20; c++)
            yield return $"a{(char)c}b";
        foreach (var text in new[] { "'", "''", "\\", "\\'", "\\\\'", "\"", "`", "`; DROP TABLE x", "'; DROP TABLE x; --", "{p:String}", "%s", "%", "_", "$$", "?", "\u007f", "\u00a0", "é", "日本", "😀", "\ufeff", "\u2028", "a\\0b", "\\x41", "/* */", "--", "#", "//" })
            yield return text;
    }

    /// <summary>The text as a KQL literal.</summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\')
                literal.Append('\\').Append(c);
            else if (c < ' ')
                literal.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else
                literal.Append(c);
        }

        return literal.Append('"').ToString();
    }
}
