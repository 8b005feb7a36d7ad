namespace Drever.Server.Tests;

/// <summary>Query texts meant to get past the language into the engine, or to break what reads them.</summary>
internal static class HostileQueries
{
    private static readonly string[] EngineFunctions =
    [
        "file", "url", "remote", "remoteSecure", "s3", "hdfs", "mysql", "postgresql", "sqlite", "jdbc", "odbc", "mongodb", "redis", "cluster", "numbers", "zeros", "generateRandom",
        "input", "executable", "merge", "format", "values", "view", "system", "hostName", "currentDatabase", "currentUser", "version", "getSetting", "sleep", "sleepEachRow", "throwIf",
        "dictGet", "joinGet", "runningAccumulate", "evalMLMethod", "catboostEvaluate", "addressToLine", "demangle", "trap", "readWKT", "showCertificate", "getOSKernelVersion", "buildId",
    ];

    private static readonly string[] Texts =
    [
        "'", "''", "\\", "\\'", "\\\\'", "\\\\\\'", "';--", "'; DROP TABLE DeviceProcessEvents; --", "\"; DROP DATABASE default; --", "`", "``", "`x`", "{x:String}", "{{x}}", "%s", "\\x27", "\\047",
        "\\u0027", "$$", "$x$", "/*", "*/", "--", "#", "\u0000", "\u0001", "\u001b[31m", "\u007f", "\u2028", "\ufeff", "\ufffe", "\ud83d\ude00", "\ud800", "é\u0301", "a\nb", "a\rb", "a\tb",
    ];

    private static readonly string[] Statements =
    [
        "DROP TABLE DeviceProcessEvents", "SELECT 1", "SELECT * FROM system.tables", "INSERT INTO DeviceProcessEvents VALUES (1)", "SET readonly=0", "KILL QUERY WHERE 1", "SYSTEM SHUTDOWN",
        "ATTACH TABLE x FROM '/'", "CREATE USER x", "print 1; DROP TABLE DeviceProcessEvents", "print 1 FORMAT CSV", "print 1 SETTINGS max_threads=1", "print 1 INTO OUTFILE '/tmp/x'",
        "system.tables", "system.one | take 1", "['system'].['tables']", "['system.tables']", "default.DeviceProcessEvents", "INFORMATION_SCHEMA.TABLES", "database('system').tables",
        "database('other').DeviceProcessEvents", "cluster('x').database('y').T", "table('system.tables')", "table('DeviceProcessEvents')", "external_table('x')",
        "externaldata(x:string)['http://127.0.0.1:1/x']", "externaldata(x:string)['file:///etc/passwd']", "evaluate http_request('http://127.0.0.1')", "evaluate sql_request('x','y')",
        "evaluate python(typeof(*),'x')", "evaluate r(typeof(*),'x')", ".drop table T", ".create table T (x:string)", ".set T <| print 1", ".ingest into T", "#connect 'x'", "#crp x=1",
        "set x=1; print 1", "set query_take_max_records=1; print 1", "let x = 1;", "let", ";", ";;;", "|", "||", "| where 1", "T |", "union", "union *", "search *", "find", "print", "print (", "print )",
        "print ((((((((((1", "where 1 == 1", "DeviceProcessEvents; DeviceProcessEvents", "DeviceProcessEvents | invoke x()", "print x=1, x=2", "print 1/0, 1%0, 1.0/0", "print long(99999999999999999999)",
        "print 9223372036854775807 + 1", "print -9223372036854775808", "print int(2147483648)", "print datetime(99999-01-01)", "print datetime(0000-00-00)", "print timespan(99999999999.00:00:00)",
        "print 1e400", "print real(nan), real(+inf), real(-inf)", "print guid(zzz)", "print decimal(1e50)", "print dynamic({\"a\":})", "print dynamic([1,2", "print strcat(", "print tostring(1)(2)",
        "range x from 1 to 1e18 step 1 | take 1", "range x from 1 to 10 step 0", "range x from 10 to 1 step -1", "range t from datetime(2020-01-01) to datetime(2020-01-02) step 0s",
        "print strrep('x', 1000000000)", "print repeat('x', 1000000000)", "print parse_json('{\"a\":')", "print extract('(', 0, 'x')", "print extract('(a+)+$', 0, strcat(strrep('a', 30), 'b'))",
        "print 'a' matches regex '('", "print 'a' matches regex '(?<n>a)(?=b)'", "print replace_regex('a', '(', 'b')", "print split('a', '')", "print substring('abc', -100, 100)", "print 'x' has_any (dynamic(null))",
        "print bin(1, 0)", "print bin(now(), 0s)", "print format_datetime(now(), '%')", "print format_timespan(1d, 'zzzz')", "print todatetime('x'), tolong('x'), toguid('x')", "print array_slice(dynamic([1]), -9, 99)",
        "print dynamic({'a':1})['a']['b'][0][-1]", "print parse_ipv4('999.1.1.1')", "print ipv4_is_in_range('x', 'y')", "print base64_decode_tostring('//79')", "print hash('x', 0)", "print ingestion_time()",
        "DeviceProcessEvents | where Timestamp > ago(999999999d)", "DeviceProcessEvents | take -1", "DeviceProcessEvents | take 99999999999999999999", "DeviceProcessEvents | top 0 by Timestamp",
        "DeviceProcessEvents | project-away *", "DeviceProcessEvents | project ['a b'] = 1, ['\"'] = 2, ['`'] = 3", "DeviceProcessEvents | extend ['x'';--'] = 1", "DeviceProcessEvents | summarize by bin(Timestamp, 0s)",
        "DeviceProcessEvents | join kind=inner DeviceProcessEvents on $left.x == $right.y", "DeviceProcessEvents | mv-expand Nothing", "DeviceProcessEvents | parse FileName with * '\\'", "DeviceProcessEvents | sort by",
        "DeviceProcessEvents | sample 10 | sample-distinct 5 of FileName", "DeviceProcessEvents | getschema | getschema", "DeviceProcessEvents | as T | union T", "DeviceProcessEvents | render nothing",
        "let f = (x:long) { f(x) }; f(1)", "let a = b; let b = a; print a", "let T = DeviceProcessEvents | union T; T", "let x = toscalar(DeviceProcessEvents | count); print x",
        "datatable(x:long)[1,'a',datetime(null)]", "datatable(x:nothing)[1]", "datatable()[]", "DeviceProcessEvents | project _drever = 1, _id = 2", "DeviceProcessEvents | project _part, _partition_id, _table",
        "DeviceProcessEvents | where _part != ''", "print x = 'a' 'b'", "print h'secret', H\"secret\", @'a\\', ```x```", "print '\\q'", "print 'unterminated", "print \"unterminated", "print ```unterminated", "// only a comment", "\u00a0print\u20031",
    ];

    public static IEnumerable<string> All()
    {
        foreach (var function in EngineFunctions)
        {
            yield return $"print x = {function}('/etc/passwd')";
            yield return $"{function}('/etc/passwd', 'CSV', 'x String')";
        }
        foreach (var text in Texts)
        {
            var quoted = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal);
            yield return $"print x = '{text}'";
            yield return $"print x = \"{text}\"";
            yield return $"print x = @'{text}'";
            yield return $"DeviceProcessEvents | where FileName == '{quoted}' | project FileName";
            yield return $"DeviceProcessEvents | where FileName has '{quoted}' or FileName contains '{quoted}' or FileName startswith '{quoted}' | count";
            yield return $"DeviceProcessEvents | project ['{text}'] = FileName";
            yield return $"print x = dynamic({{'{text}': '{text}'}})";
            yield return text;
        }
        foreach (var statement in Statements)
            yield return statement;
        yield return "print " + new string('(', 5000) + "1" + new string(')', 5000);
        yield return "print " + string.Concat(Enumerable.Repeat("-", 5000)) + "1";
        yield return "print " + string.Concat(Enumerable.Repeat("not(", 2000)) + "true" + new string(')', 2000);
        yield return "print 1" + string.Concat(Enumerable.Repeat("+1", 5000));
        yield return "print x = '" + new string('x', 900_000) + "' | project strlen(x)";
        yield return "print x = 1 " + string.Concat(Enumerable.Repeat("| extend x = x + 1 ", 2000));
        yield return "DeviceProcessEvents " + string.Concat(Enumerable.Repeat("| where FileName != 'x' ", 2000)) + "| count";
        yield return string.Concat(Enumerable.Range(0, 2000).Select(i => $"let a{i} = {i}; ")) + "print a1999";
        yield return "union " + string.Join(", ", Enumerable.Repeat("DeviceProcessEvents", 300));
        yield return new string('a', 900_000);
        yield return string.Concat(Enumerable.Repeat("| ", 400_000));
    }
}
