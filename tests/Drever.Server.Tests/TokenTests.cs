using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Drever.Wire;

namespace Drever.Server.Tests;

/// <summary>Which tokens get in: contract sections 3.4, 5.2, 5.3.</summary>
public class TokenTests
{
    private const string Expired = "Lifetime validation failed, the token is expired.";

    [Theory]
    [InlineData(WireFamily.Mde)]
    [InlineData(WireFamily.M365d)]
    [InlineData(WireFamily.Graph)]
    public async Task No_token_is_401(WireFamily family)
    {
        await using var host = await TestHost.StartAsync();
        var reply = await host.PostAsync(TestHost.PathOf(family), """{"Query":"T"}""", null);
        reply.IsErrorOf(family);
        Assert.Equal(401, reply.Status);
        if (family == WireFamily.Graph)
        {
            Assert.Equal(("InvalidAuthenticationToken", "Access token is empty."), (reply.Code, reply.Message));
            Assert.Equal("Bearer realm=\"\", authorization_uri=\"http://localhost/common/oauth2/authorize\", client_id=\"00000003-0000-0000-c000-000000000000\"", reply.Header("WWW-Authenticate"));
        }
        else
        {
            Assert.Equal(("Unauthorized", "Unauthorized request - reason of failure: Access token is empty."), (reply.Code, reply.Message));
            Assert.Equal("Bearer", reply.Header("WWW-Authenticate"));
        }
        Assert.Empty(host.Hunting.Requests);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("Bearer", "empty")]
    [InlineData("Bearer ", "empty")]
    [InlineData("Basic dXNlcjpwYXNz", "must be one 'Bearer' token")]
    [InlineData("BearerX", "must be one 'Bearer' token")]
    [InlineData("Bearer x", "well-formed")]
    [InlineData("Bearer a.b", "well-formed")]
    [InlineData("Bearer a.b.c", "well-formed")]
    [InlineData("Bearer ..", "well-formed")]
    [InlineData("Bearer a.b.c.d.e", "well-formed")]
    [InlineData("Bearer e30.e30.e30", "Invalid algorithm")]
    [InlineData("Bearer bnVsbA.bnVsbA.", "well-formed")]
    [InlineData("Bearer W10.W10.", "well-formed")]
    [InlineData("Bearer e30.ew.", "well-formed")]
    public async Task Headers_that_are_no_token_are_401(string header, string says)
    {
        await using var host = await TestHost.StartAsync();
        var reply = await host.PostAsync(TestHost.PathOf(WireFamily.Graph), "{}", null, r => r.Headers.TryAddWithoutValidation("Authorization", header));
        reply.IsErrorOf(WireFamily.Graph);
        Assert.Equal(401, reply.Status);
        Assert.Contains(says, reply.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_tokens_or_a_giant_are_401()
    {
        await using var host = await TestHost.StartAsync();
        var good = "Bearer " + host.Token(WireFamily.Graph);
        var two = await host.PostAsync(TestHost.PathOf(WireFamily.Graph), "{}", null, r => r.Headers.TryAddWithoutValidation("Authorization", [good, good]));
        Assert.Equal(401, two.Status);
        var giant = await host.PostAsync(TestHost.PathOf(WireFamily.Graph), "{}", new string('a', 17 * 1024));
        Assert.Contains("too long", giant.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_signatures_and_algorithms_are_401()
    {
        await using var host = await TestHost.StartAsync();
        var tokens = new TestTokens(host);
        const WireFamily Family = WireFamily.M365d;
        var publicPem = Encoding.ASCII.GetBytes(host.Issuer.Key.Key.Rsa.ExportSubjectPublicKeyInfoPem());
        var good = host.Token(Family);
        var parts = good.Split('.');
        var refused = new (string Token, string Says)[]
        {
            (tokens.Unsigned(Family, "none", keepSignature: false), "Invalid algorithm"),
            (tokens.Unsigned(Family, "None", keepSignature: false), "Invalid algorithm"),
            (tokens.Unsigned(Family, "none", keepSignature: true), "Invalid algorithm"),
            (tokens.Unsigned(Family, "", keepSignature: true), "Invalid algorithm"),
            (tokens.Unsigned(Family, "rs256", keepSignature: true), "Invalid algorithm"),
            (tokens.SignedWithThePublicKey(Family, publicPem), "Invalid algorithm"),
            (tokens.SignedWithThePublicKey(Family, host.Issuer.Key.Certificate), "Invalid algorithm"),
            (tokens.SignedAs(Family, "RS384", (key, bytes) => key.SignData(bytes, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1)), "Invalid algorithm"),
            (tokens.SignedAs(Family, "PS256", (key, bytes) => key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)), "Invalid algorithm"),
            (tokens.SignedAs(Family, "RS256", (key, bytes) => key.SignData(bytes, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1)), "Invalid signature"),
            (tokens.SignedByAStranger(Family), "Invalid signature"),
            ($"{parts[0]}.{parts[1]}.", "Invalid signature"),
            ($"{parts[0]}.{parts[1]}.{parts[2][..^8]}", "Invalid signature"),
            ($"{parts[0]}.{TestTokens.Encode(Changed(tokens.Payload(Family), "roles", "Other.Role"))}.{parts[2]}", "Invalid signature"),
        };
        foreach (var (token, says) in refused)
        {
            var reply = await host.PostAsync(TestHost.PathOf(Family), """{"Query":"T"}""", token);
            reply.IsErrorOf(Family);
            Assert.Equal(401, reply.Status);
            Assert.Contains(says, reply.Message, StringComparison.Ordinal);
        }
        Assert.Empty(host.Hunting.Requests);
        Assert.Equal(200, (await host.PostAsync(TestHost.PathOf(Family), """{"Query":"T"}""", good)).Status);
    }

    [Fact]
    public async Task A_shared_secret_stays_out_even_where_the_setting_lets_its_algorithm_in()
    {
        await using var host = await TestHost.StartAsync(o => o with { Tokens = o.Tokens with { Algorithms = ["RS256", "HS256", "none"] } });
        var tokens = new TestTokens(host);
        var publicPem = Encoding.ASCII.GetBytes(host.Issuer.Key.Key.Rsa.ExportSubjectPublicKeyInfoPem());
        Assert.Equal(401, (await host.PostAsync(TestHost.PathOf(WireFamily.Graph), "{}", tokens.SignedWithThePublicKey(WireFamily.Graph, publicPem))).Status);
        Assert.Equal(401, (await host.PostAsync(TestHost.PathOf(WireFamily.Graph), "{}", tokens.Unsigned(WireFamily.Graph, "none", keepSignature: false))).Status);
    }

    [Fact]
    public async Task Claims_that_do_not_fit_are_401()
    {
        await using var host = await TestHost.StartAsync();
        var tokens = new TestTokens(host);
        const WireFamily Family = WireFamily.Graph;
        var other = Guid.NewGuid().ToString();
        var tenant = host.Tenants.Default.Id.ToString();
        var refused = new (Action<JsonObject> Change, string Says)[]
        {
            (p => p["aud"] = "https://api.security.microsoft.com", "Invalid audience"),
            (p => p["aud"] = "https://graph.microsoft.com.evil.example", "Invalid audience"),
            (p => p["aud"] = "", "Invalid audience"),
            (p => p.Remove("aud"), "Invalid audience"),
            (p => p["iss"] = $"https://sts.windows.net/{other}/", "Invalid issuer"),
            (p => p["iss"] = $"https://sts.windows.net/{tenant}", "Invalid issuer"),
            (p => p["iss"] = $"https://STS.windows.net/{tenant}/", "Invalid issuer"),
            (p => p["iss"] = "", "Invalid issuer"),
            (p => p.Remove("iss"), "Invalid issuer"),
            (p => p["tid"] = other, "Invalid tenant"),
            (p => p["tid"] = 5, "Invalid tenant"),
            (p => p["tid"] = new JsonArray(tenant, other), "Invalid tenant"),
            (p => p.Remove("tid"), "Invalid tenant"),
            (p => p.Remove("appid"), "names no application"),
            (p => p.Remove("exp"), "no expiration time"),
            (p => p["exp"] = Seconds(-301), Expired),
            (p => p["exp"] = 1, Expired),
            (p => p["nbf"] = Seconds(301), "not yet valid"),
        };
        foreach (var (change, says) in refused)
        {
            var reply = await host.PostAsync(TestHost.PathOf(Family), """{"Query":"T"}""", tokens.With(Family, change));
            reply.IsErrorOf(Family);
            Assert.Equal(401, reply.Status);
            Assert.Contains(says, reply.Message, StringComparison.Ordinal);
        }
        Assert.Empty(host.Hunting.Requests);
    }

    [Theory]
    [InlineData("exp", "\"soon\"")]
    [InlineData("exp", "1e400")]
    [InlineData("exp", "99999999999999999999999")]
    [InlineData("exp", "-5")]
    [InlineData("exp", "{}")]
    [InlineData("nbf", "[]")]
    [InlineData("iss", "[]")]
    [InlineData("iss", "{}")]
    [InlineData("aud", "{}")]
    [InlineData("aud", "[1,2]")]
    [InlineData("appid", "[]")]
    [InlineData("roles", "{\"a\":1}")]
    [InlineData("roles", "5")]
    [InlineData("roles", "null")]
    public async Task Claims_of_odd_types_are_refused_and_never_a_fault(string claim, string json)
    {
        await using var host = await TestHost.StartAsync();
        var tokens = new TestTokens(host);
        var payload = tokens.Payload(WireFamily.Graph);
        payload[claim] = "@@";
        var text = payload.ToJsonString().Replace("\"@@\"", json, StringComparison.Ordinal);
        var reply = await host.PostAsync(
            TestHost.PathOf(WireFamily.Graph), """{"query":"T"}""",
            tokens.SignedText(WireFamily.Graph, text));
        reply.IsErrorOf(WireFamily.Graph);
        Assert.InRange(reply.Status, 401, 403);
    }

    [Fact]
    public async Task Clocks_may_differ_by_the_skew()
    {
        await using var host = await TestHost.StartAsync();
        var tokens = new TestTokens(host);
        foreach (var (claim, seconds) in new[] { ("exp", -299), ("nbf", 299) })
        {
            var token = tokens.With(WireFamily.Graph, p => p[claim] = Seconds(seconds));
            Assert.Equal(200, (await host.PostAsync(TestHost.PathOf(WireFamily.Graph), """{"query":"T"}""", token)).Status);
        }
    }

    [Fact]
    public async Task A_token_lives_its_hour()
    {
        await using var host = await TestHost.StartAsync();
        var token = host.Token(WireFamily.M365d);
        host.Clock.Now += TimeSpan.FromMinutes(64.9);
        Assert.Equal(200, (await host.PostAsync(TestHost.PathOf(WireFamily.M365d), """{"Query":"T"}""", token)).Status);
        host.Clock.Now += TimeSpan.FromMinutes(0.1);
        Assert.Equal(401, (await host.PostAsync(TestHost.PathOf(WireFamily.M365d), """{"Query":"T"}""", token)).Status);
    }

    [Theory]
    [InlineData(WireFamily.Mde, "Missing application roles. API required roles: AdvancedQuery.Read.All, application roles: Some.Other,AdvancedHunting.Read.All.")]
    [InlineData(WireFamily.M365d, "Missing application roles. API required roles: AdvancedHunting.Read.All, application roles: Some.Other,AdvancedQuery.Read.All.")]
    [InlineData(WireFamily.Graph, "Missing application roles. API required roles: ThreatHunting.Read.All, application roles: Some.Other,AdvancedQuery.Read.All.")]
    public async Task Another_APIs_role_is_403_with_the_recorded_text(WireFamily family, string expected)
    {
        await using var host = await TestHost.StartAsync();
        var theirs = family == WireFamily.Mde ? "AdvancedHunting.Read.All" : "AdvancedQuery.Read.All";
        var token = new TestTokens(host).With(family, p => p["roles"] = new JsonArray("Some.Other", theirs));
        var reply = await host.PostAsync(TestHost.PathOf(family), """{"Query":"T"}""", token);
        reply.IsErrorOf(family);
        Assert.Equal((403, "Forbidden", expected), (reply.Status, reply.Code, reply.Message));
        Assert.Empty(host.Hunting.Requests);
    }

    [Fact]
    public async Task No_roles_are_403()
    {
        await using var host = await TestHost.StartAsync();
        var token = new TestTokens(host).With(WireFamily.M365d, p => p.Remove("roles"));
        var reply = await host.PostAsync(TestHost.PathOf(WireFamily.M365d), """{"Query":"T"}""", token);
        Assert.Equal((403, "Missing application roles. API required roles: AdvancedHunting.Read.All, application roles: ."), (reply.Status, reply.Message));
    }

    [Fact]
    public async Task The_newer_APIs_token_fails_at_the_legacy_API_on_its_role_only_and_not_the_other_way_round()
    {
        await using var host = await TestHost.StartAsync();
        var forward = await host.PostAsync(TestHost.PathOf(WireFamily.Mde), """{"Query":"T"}""", host.Token(WireFamily.M365d));
        Assert.Equal((403, "Missing application roles. API required roles: AdvancedQuery.Read.All, application roles: AdvancedHunting.Read.All."), (forward.Status, forward.Message));
        Assert.Equal(401, (await host.PostAsync(TestHost.PathOf(WireFamily.M365d), """{"Query":"T"}""", host.Token(WireFamily.Mde))).Status);
        Assert.Equal(401, (await host.PostAsync(TestHost.PathOf(WireFamily.Graph), """{"query":"T"}""", host.Token(WireFamily.M365d))).Status);
    }

    [Theory]
    [InlineData(WireFamily.Mde, "AdvancedQuery.Read", 200)]
    [InlineData(WireFamily.M365d, "openid AdvancedHunting.Read profile", 200)]
    [InlineData(WireFamily.Graph, "ThreatHunting.Read.All", 200)]
    [InlineData(WireFamily.Graph, "User.Read", 403)]
    [InlineData(WireFamily.M365d, "AdvancedHunting.Read.All", 403)]
    public async Task Users_need_the_scope(WireFamily family, string scope, int status)
    {
        await using var host = await TestHost.StartAsync();
        var token = new TestTokens(host).With(family, p =>
        {
            p["scp"] = scope;
            p["upn"] = "anna@contoso.example";
            p["wids"] = new JsonArray("5d6b6bb7-de71-4623-b4af-96380a352509");
        });
        var reply = await host.PostAsync(TestHost.PathOf(family), """{"Query":"T"}""", token);
        Assert.Equal(status, reply.Status);
        if (status != 200)
        {
            reply.IsErrorOf(family);
            return;
        }
        var user = Assert.Single(host.Hunting.Requests).Caller.User!;
        Assert.Equal("anna@contoso.example", user.Name);
        Assert.Equal("5d6b6bb7-de71-4623-b4af-96380a352509", Assert.Single(user.DirectoryRoles));
    }

    [Fact]
    public async Task The_v2_shape_is_a_token_too()
    {
        await using var host = await TestHost.StartAsync();
        var token = new TestTokens(host).With(WireFamily.Graph, p =>
        {
            p["iss"] = $"https://login.microsoftonline.com/{host.Tenants.Default.Id}/v2.0";
            p["aud"] = "00000003-0000-0000-c000-000000000000";
            p["azp"] = p["appid"]!.DeepClone();
            p["ver"] = "2.0";
            p.Remove("appid");
        });
        Assert.Equal(200, (await host.PostAsync(TestHost.PathOf(WireFamily.Graph), """{"query":"T"}""", token)).Status);
        Assert.Equal(host.Issuer.DefaultClient.AppId.ToString(), Assert.Single(host.Hunting.Requests).Caller.AppId);
    }

    [Fact]
    public async Task Every_spelling_of_an_audience_is_good()
    {
        await using var host = await TestHost.StartAsync();
        var tokens = new TestTokens(host);
        foreach (var api in HuntingApis.All)
        {
            foreach (var audience in api.Resources.SelectMany(r => new[] { r, r + "/" }))
            {
                var reply = await host.PostAsync(TestHost.PathOf(api.Family), """{"Query":"T"}""", tokens.With(api.Family, p => p["aud"] = audience));
                Assert.Equal(200, reply.Status);
            }
        }
    }

    [Fact]
    public async Task Nothing_of_a_token_gets_into_the_log()
    {
        await using var host = await TestHost.StartAsync();
        var good = host.Token(WireFamily.M365d);
        var bad = new TestTokens(host).SignedByAStranger(WireFamily.M365d);
        await host.PostAsync(TestHost.PathOf(WireFamily.M365d), """{"Query":"T"}""", good);
        await host.PostAsync(TestHost.PathOf(WireFamily.M365d), """{"Query":"T"}""", bad);
        Assert.Contains(host.Log.Lines, l => l.Id.Id == 1010 && l.Text.Contains("Signature", StringComparison.Ordinal));
        foreach (var part in good.Split('.').Concat(bad.Split('.')).Append(host.Issuer.DefaultClient.Secret))
            Assert.DoesNotContain(host.Log.Lines, l => l.Text.Contains(part, StringComparison.Ordinal));
    }

    private static long Seconds(int fromNow) => TestHost.Start.AddSeconds(fromNow).ToUnixTimeSeconds();

    private static JsonObject Changed(JsonObject payload, string claim, string value)
    {
        payload[claim] = value;
        return payload;
    }
}
