namespace Drever.Wire;

/// <summary>How a family answers one kind of fault.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">The body's <c>code</c>, which clients key on.</param>
/// <param name="Text">The body's <c>message</c>, from the fault.</param>
internal readonly record struct ErrorRule(int Status, string Code, Func<WireFault, string> Text);

/// <summary>A fault as a family puts it, ready to be written.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="RetryAfterSeconds">Value of <c>Retry-After</c>; null when the header is not sent.</param>
public readonly record struct WireError(int Status, string Code, string Message, long? RetryAfterSeconds);
