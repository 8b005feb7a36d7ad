namespace Drever.Server;

/// <summary>A call of a token endpoint, without HTTP.</summary>
/// <param name="Tenant">Id, name, <c>common</c> or <c>organizations</c>, from the path.</param>
/// <param name="Version">1 takes <c>resource</c>, 2 takes <c>scope</c>.</param>
internal sealed record TokenRequest(string Tenant, int Version)
{
    public string? GrantType { get; init; }

    public string? ClientId { get; init; }

    public string? ClientSecret { get; init; }

    public string? Resource { get; init; }

    public string? Scope { get; init; }
}

/// <summary>A token, or an error in the identity platform's shape.</summary>
internal readonly record struct TokenReply(IssuedToken? Token, EntraError? Error)
{
    public static implicit operator TokenReply(EntraError error) => new(null, error);
}

/// <param name="Resource">What it was asked for.</param>
internal sealed record IssuedToken(string AccessToken, string Resource, TimeSpan Lifetime, IssuerClient Client, HuntingApi Api);

/// <summary>An error of the identity platform.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Error">OAuth's name for it.</param>
/// <param name="Code">The AADSTS number.</param>
/// <param name="Description">What to do about it.</param>
internal sealed record EntraError(int Status, string Error, int Code, string Description);
