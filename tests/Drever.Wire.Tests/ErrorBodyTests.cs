using System.Buffers;
using System.Text;

namespace Drever.Wire.Tests;

/// <summary>Section 3 of the contract: status, code and text of every recorded error, byte-exact.</summary>
public class ErrorBodyTests
{
    private static readonly ErrorIds Ids = new(
        Guid.Parse("8b7d5947-428b-0a9c-b9bb-16001234abcd"),
        "c43d412b-0000-0000-0000-000000000001",
        new DateTimeOffset(2026, 9, 13, 12, 0, 0, 999, TimeSpan.FromHours(2)));

    [Theory]
    [InlineData(FaultKind.Syntax, "A recognition error occurred.", "A recognition error occurred.. Fix syntax errors in your query.")]
    [InlineData(FaultKind.Syntax, "Query operator expected.", "Query operator expected.. Fix syntax errors in your query.")]
    [InlineData(FaultKind.Syntax, "The incomplete fragment is unexpected.", "The incomplete fragment is unexpected.. Fix syntax errors in your query.")]
    [InlineData(FaultKind.Semantic, "'where' operator: Failed to resolve table or column expression named 'EmailEvents'", "'where' operator: Failed to resolve table or column expression named 'EmailEvents'. Fix semantic errors in your query.")]
    [InlineData(FaultKind.Semantic, "'project' operator: Failed to resolve scalar expression named 'X'", "'project' operator: Failed to resolve scalar expression named 'X'. Fix semantic errors in your query.")]
    [InlineData(FaultKind.Semantic, "tolong(): function expects 1 argument(s).", "tolong(): function expects 1 argument(s).. Fix semantic errors in your query.")]
    [InlineData(FaultKind.Resources, "anything", "Query execution has exceeded the allowed limits. The query execution was preempted. This could possibly be due to high CPU and/or memory resource consumption. Optimize your query by following best practices and try again.")]
    [InlineData(FaultKind.ResultTooLarge, "anything", "Query execution has exceeded the allowed result size. Optimize your query by limiting the number of results and try again")]
    [InlineData(FaultKind.QueryTooLarge, "anything", "The query cannot run because it exceeds the allowed size limit when processed.")]
    public void A_querys_own_fault_is_400_BadRequest_with_one_text_everywhere(FaultKind kind, string message, string expected)
    {
        foreach (var family in new[] { WireFamily.Mde, WireFamily.M365d })
        {
            Assert.Equal(
                $$$"""{"error":{"code":"BadRequest","message":"{{{expected}}}","target":"|8b7d5947-428b0a9cb9bb1600."}}""",
                Body(family, new WireFault(kind, message), out var error));
            Assert.Equal(400, error.Status);
        }
        Assert.Equal(
            $$$$"""{"error":{"code":"BadRequest","message":"{{{{expected}}}}","innerError":{"date":"2026-09-13T10:00:00","request-id":"8b7d5947-428b-0a9c-b9bb-16001234abcd","client-request-id":"c43d412b-0000-0000-0000-000000000001"}}}""",
            Body(WireFamily.Graph, new WireFault(kind, message), out var graph));
        Assert.Equal(400, graph.Status);
    }

    [Fact]
    public void The_recorded_missing_query() => Assert.Equal(
        """{"error":{"code":"InvalidRequestBody","message":"Missing query.","target":"|8b7d5947-428b0a9cb9bb1600."}}""",
        Body(WireFamily.M365d, new WireFault(FaultKind.InvalidBody, "whatever"), out _));

    [Theory]
    [InlineData(FaultKind.InvalidBody, 400, "InvalidRequestBody", 400, "BadRequest")]
    [InlineData(FaultKind.WrongCharset, 400, "InvalidRequestBody", 400, "BadRequest")]
    [InlineData(FaultKind.BodyTooLarge, 413, "RequestEntityTooLarge", 413, "RequestEntityTooLarge")]
    [InlineData(FaultKind.BadTimespan, 400, "BadRequest", 400, "BadRequest")]
    [InlineData(FaultKind.Unsupported, 400, "BadRequest", 400, "BadRequest")]
    [InlineData(FaultKind.Runtime, 400, "BadRequest", 400, "BadRequest")]
    [InlineData(FaultKind.TimedOut, 400, "BadRequest", 504, "UnknownError")]
    [InlineData(FaultKind.CallQuota, 429, "429", 429, "TooManyRequests")]
    [InlineData(FaultKind.RunningTimeQuota, 429, "429", 429, "TooManyRequests")]
    [InlineData(FaultKind.CpuQuota, 429, "429", 429, "TooManyRequests")]
    [InlineData(FaultKind.NoToken, 401, "Unauthorized", 401, "InvalidAuthenticationToken")]
    [InlineData(FaultKind.BadToken, 401, "Unauthorized", 401, "InvalidAuthenticationToken")]
    [InlineData(FaultKind.MissingPermission, 403, "Forbidden", 403, "Forbidden")]
    [InlineData(FaultKind.Forbidden, 403, "Forbidden", 403, "Forbidden")]
    [InlineData(FaultKind.NotFound, 404, "NotFound", 400, "BadRequest")]
    [InlineData(FaultKind.MethodNotAllowed, 405, "MethodNotAllowed", 405, "MethodNotAllowed")]
    [InlineData(FaultKind.Unavailable, 503, "ServiceUnavailable", 503, "ServiceUnavailable")]
    [InlineData(FaultKind.Internal, 500, "InternalServerError", 500, "UnknownError")]
    public void Status_and_code(FaultKind kind, int defender, string defenderCode, int graph, string graphCode)
    {
        var fault = new WireFault(kind, "m");
        Assert.Equal((defender, defenderCode), Pair(ErrorTable.Of(WireFamily.M365d, fault)));
        Assert.Equal((defender, defenderCode), Pair(ErrorTable.Of(WireFamily.Mde, fault)));
        Assert.Equal((graph, graphCode), Pair(ErrorTable.Of(WireFamily.Graph, fault)));
    }

    [Fact]
    public void Every_kind_is_in_the_table_above()
    {
        var tested = typeof(ErrorBodyTests).GetMethods()
            .SelectMany(m => m.GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>())
            .SelectMany(a => a.GetData(null!))
            .Select(data => data[0])
            .OfType<FaultKind>()
            .ToHashSet();
        Assert.Equal(Enum.GetValues<FaultKind>().Order(), tested.Order());
    }

    [Fact]
    public void A_call_quota_names_the_limit_and_when_it_opens()
    {
        var error = ErrorTable.Of(
            WireFamily.Mde,
            new WireFault(FaultKind.CallQuota, "") { Limit = "45 per 00:01:00", RetryAfter = TimeSpan.FromSeconds(16.01) });
        Assert.Equal("API calls quota exceeded! maximum allowed 45 per 00:01:00. You can run queries again in 00:00:17.", error.Message);
        Assert.Equal(17, error.RetryAfterSeconds);
    }

    [Fact]
    public void A_cpu_quota_has_the_portals_text() => Assert.Equal(
        "You have exceeded processing resources allocated to this tenant. You can run queries again in 00:10:00.",
        ErrorTable.Of(WireFamily.Graph, new WireFault(FaultKind.CpuQuota, "") { RetryAfter = TimeSpan.FromMinutes(10) }).Message);

    [Theory]
    [InlineData(WireFamily.M365d, "An unexpected error occurred during query execution. Please try again in a few minutes.")]
    [InlineData(WireFamily.Graph, "")]
    public void Our_own_fault_says_nothing_of_its_cause(WireFamily family, string expected) =>
        Assert.Equal(expected, ErrorTable.Of(family, new WireFault(FaultKind.Internal, "secret path /data")).Message);

    [Fact]
    public void Messages_are_escaped()
    {
        var body = Body(WireFamily.Graph, new WireFault(FaultKind.Semantic, "named '\"\n\u2028<\ud800'"), out _);
        using var parsed = System.Text.Json.JsonDocument.Parse(body);
        Assert.Equal(
            "named '\"\n\u2028<\uFFFD'. Fix semantic errors in your query.",
            parsed.RootElement.GetProperty("error").GetProperty("message").GetString());
    }

    private static (int Status, string Code) Pair(WireError error) => (error.Status, error.Code);

    private static string Body(WireFamily family, WireFault fault, out WireError error)
    {
        var buffer = new ArrayBufferWriter<byte>();
        error = ErrorTable.Of(family, fault);
        ErrorBody.Write(buffer, family, error, Ids);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
