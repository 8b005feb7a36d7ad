namespace Drever.Wire;

/// <summary>
/// Status, code and text of every fault in every family: the one place that knows them. Pages: "Advanced hunting API
/// error codes", "Common REST API error codes", and recorded answers.
/// </summary>
public static class ErrorTable
{
    private const string BadRequest = "BadRequest";

    public static WireError Of(WireFamily family, WireFault fault)
    {
        var rule = Rule(family, fault.Kind);
        var wait = rule.Status is 429 or 503 && fault.RetryAfter is { } after ? ErrorTexts.Seconds(after) : (long?)null;
        return new WireError(rule.Status, rule.Code, rule.Text(fault), wait);
    }

    private static ErrorRule Rule(WireFamily family, FaultKind kind) =>
        OfQueries(kind) ?? (family == WireFamily.Graph ? OfGraph(kind) : OfDefender(kind));

    // a query's own fault is 400 BadRequest with the same text everywhere
    private static ErrorRule? OfQueries(FaultKind kind) => kind switch
    {
        FaultKind.Syntax => new(400, BadRequest, ErrorTexts.WithAction("Fix syntax errors in your query")),
        FaultKind.Semantic => new(400, BadRequest, ErrorTexts.WithAction("Fix semantic errors in your query")),
        FaultKind.Unsupported => new(400, BadRequest, ErrorTexts.WithAction("Rewrite your query without it")),
        FaultKind.Runtime => new(400, BadRequest, ErrorTexts.WithAction("Fix the values your query works on and try again")),
        FaultKind.QueryTooLarge => new(400, BadRequest, ErrorTexts.Fixed(ErrorTexts.QueryTooLarge)),
        FaultKind.ResultTooLarge => new(400, BadRequest, ErrorTexts.Fixed(ErrorTexts.ResultTooLarge)),
        FaultKind.Resources => new(400, BadRequest, ErrorTexts.Fixed(ErrorTexts.Resources)),
        _ => null,
    };

    private static ErrorRule OfDefender(FaultKind kind) => kind switch
    {
        FaultKind.InvalidBody or FaultKind.WrongCharset => new(400, "InvalidRequestBody", ErrorTexts.Fixed(ErrorTexts.MissingQuery)),
        FaultKind.BadTimespan => new(400, BadRequest, ErrorTexts.Plain),
        FaultKind.BodyTooLarge => new(413, "RequestEntityTooLarge", ErrorTexts.Plain),
        FaultKind.TimedOut => new(400, BadRequest, ErrorTexts.WithAction("Optimize your query by following best practices and try again")),
        FaultKind.CallQuota => new(429, "429", ErrorTexts.CallQuota),
        FaultKind.RunningTimeQuota => new(429, "429", ErrorTexts.RunningTimeQuota),
        FaultKind.CpuQuota => new(429, "429", ErrorTexts.CpuQuota),
        FaultKind.NoToken or FaultKind.BadToken => new(401, "Unauthorized", f => $"Unauthorized request - reason of failure: {f.Message}"),
        FaultKind.MissingPermission or FaultKind.Forbidden => new(403, "Forbidden", ErrorTexts.Plain),
        FaultKind.NotFound => new(404, "NotFound", ErrorTexts.Plain),
        FaultKind.MethodNotAllowed => new(405, "MethodNotAllowed", ErrorTexts.Plain),
        FaultKind.Unavailable => new(503, "ServiceUnavailable", ErrorTexts.Plain),
        _ => new(500, "InternalServerError", ErrorTexts.Fixed(ErrorTexts.Unexpected)),
    };

    private static ErrorRule OfGraph(FaultKind kind) => kind switch
    {
        FaultKind.InvalidBody or FaultKind.WrongCharset or FaultKind.BadTimespan => new(400, BadRequest, ErrorTexts.Plain),
        FaultKind.BodyTooLarge => new(413, "RequestEntityTooLarge", ErrorTexts.Plain),
        // recorded: the gateway gives up, and says nothing
        FaultKind.TimedOut => new(504, "UnknownError", ErrorTexts.Fixed("")),
        FaultKind.CallQuota => new(429, "TooManyRequests", ErrorTexts.CallQuota),
        FaultKind.RunningTimeQuota => new(429, "TooManyRequests", ErrorTexts.RunningTimeQuota),
        FaultKind.CpuQuota => new(429, "TooManyRequests", ErrorTexts.CpuQuota),
        FaultKind.NoToken or FaultKind.BadToken => new(401, "InvalidAuthenticationToken", ErrorTexts.Plain),
        FaultKind.MissingPermission or FaultKind.Forbidden => new(403, "Forbidden", ErrorTexts.Plain),
        // Graph's habit: an unknown path is a bad request
        FaultKind.NotFound => new(400, BadRequest, ErrorTexts.Plain),
        FaultKind.MethodNotAllowed => new(405, "MethodNotAllowed", ErrorTexts.Plain),
        FaultKind.Unavailable => new(503, "ServiceUnavailable", ErrorTexts.Plain),
        _ => new(500, "UnknownError", ErrorTexts.Fixed("")),
    };
}
