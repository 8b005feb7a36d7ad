using System.Globalization;
using System.Text;

namespace Drever.Cli.Tests;

/// <summary>Request bodies that are wrong in ways that have broken servers.</summary>
internal static class HostileBodies
{
    private const string Good = """{"Query":"DeviceProcessEvents | take 1"}""";

    public static IEnumerable<(string Name, byte[] Body)> All()
    {
        for (var length = 0; length < Good.Length; length++)
            yield return ($"cut after {length.ToString(CultureInfo.InvariantCulture)}", Utf8(Good[..length]));
        foreach (var text in Wrong)
            yield return (text, Utf8(text));
        foreach (var (name, text) in Large())
            yield return (name, Utf8(text));
        yield return ("not UTF-8", [.. "{\"Query\":\""u8, 0xff, 0xfe, 0xc0, 0x80, .. "\"}"u8]);
        yield return ("UTF-16", Encoding.Unicode.GetBytes(Good));
        yield return ("gzip that isn't announced", [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3]);
        yield return ("zeros", new byte[4096]);
    }

    private static readonly string[] Wrong =
    [
        "null", "true", "0", "-1", "1e999", "\"\"", "\"Query\"", "[]", "[{}]", "{}", "{\"Query\":null}", "{\"Query\":\"\"}", "{\"Query\":\" \\t\\r\\n\"}",
        "{\"Query\":1}", "{\"Query\":true}", "{\"Query\":[]}", "{\"Query\":{}}", "{\"Query\":[\"print 1\"]}", "{\"Query\":1e400}", "{\"Query\":-0}",
        "{\"Query\":123456789012345678901234567890}", "{\"Query\":\"print 1\"", "{\"Query\":\"print 1\",}", "{\"Query\":\"print 1\"}}", "{\"Query\":\"print 1\"} x",
        "{\"Query\":\"print\n1\"}", "{\"Query\":\"print\u00001\"}", "{\"Query\":\"\\ud800\"}", "{\"Query\":\"\\x41\"}", "{\"Query\":\"\\u12\"}", "{\"Query\":'print 1'}",
        "{Query:\"print 1\"}", "{\"Query\":undefined}", "{\"Query\":NaN}", "{\"Query\":\"\\u0000\"}", "{\"Query\":\"print 1 | \\u0001\"}",
        "{\"Query\":\"DeviceProcessEvents\",\"Query\":5}", "<Query>print 1</Query>", "Query=print%201", "// {\"Query\":\"print 1\"}", "{/* */\"Query\":\"\"}",
        "{\"query \":\"print 1\"}", "{\"Q\":\"print 1\"}", "\ufeff", "{\"\":\"\"}", "{\"Query\":\"\\ud800 print 1\"}", "\"{\\\"Query\\\":1}\"", "{\"__proto__\":{\"Query\":\"print 1\"}}",
    ];

    private static IEnumerable<(string, string)> Large()
    {
        yield return ("deep arrays", new string('[', 100_000));
        yield return ("deep arrays that end", new string('[', 50_000) + new string(']', 50_000));
        yield return ("deep objects", string.Concat(Enumerable.Repeat("{\"a\":", 50_000)) + "1" + new string('}', 50_000));
        yield return ("depth inside an unknown property", "{\"x\":" + new string('[', 20_000) + new string(']', 20_000) + "}");
        yield return ("a digit, a million times", "{\"Query\":" + new string('9', 1_000_000) + "}");
        yield return ("a million letters as a query", "{\"Query\":\"" + new string('a', 1_000_000) + "\"}");
        yield return ("a long name", "{\"" + new string('q', 500_000) + "\":1}");
        yield return ("many properties", "{" + string.Join(",", Enumerable.Range(0, 50_000).Select(i => $"\"p{i.ToString(CultureInfo.InvariantCulture)}\":0")) + "}");
        yield return ("many spaces", new string(' ', 1_000_000));
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
