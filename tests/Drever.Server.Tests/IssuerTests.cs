using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Drever.Hunting;
using Drever.Wire;
using Microsoft.IdentityModel.Tokens;

namespace Drever.Server.Tests;

/// <summary>The built-in issuer: contract sections 5.1, 5.3 and 5.5.</summary>
public class IssuerTests
{
    [Fact]
    public async Task The_v1_endpoint_answers_with_texts_and_its_token_works()
    {
        await using var host = await TestHost.StartAsync();
        var reply = await AskAsync(host, "/default/oauth2/token", V1(host, "https://api.securitycenter.microsoft.com"));
        Assert.Equal(200, reply.Status);
        Assert.Equal("application/json; charset=utf-8", reply.ContentHeaders.ContentType!.ToString());
        Assert.Equal("no-store, no-cache", reply.Header("Cache-Control").Replace("no-cache, no-store", "no-store, no-cache", StringComparison.Ordinal));
        var names = reply.Json.EnumerateObject().Select(p => p.Name);
        Assert.Equal(["token_type", "expires_in", "ext_expires_in", "expires_on", "not_before", "resource", "access_token"], names);
        Assert.All(reply.Json.EnumerateObject(), p => Assert.Equal(JsonValueKind.String, p.Value.ValueKind));
        Assert.Equal("3599", reply.Json.GetProperty("expires_in").GetString());
        Assert.Equal(TestHost.Start.AddHours(1).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), reply.Json.GetProperty("expires_on").GetString());
        var token = reply.Json.GetProperty("access_token").GetString()!;
        Assert.Equal(200, (await host.PostAsync(TestHost.PathOf(WireFamily.Mde), """{"Query":"T"}""", token)).Status);
    }

    [Theory]
    [InlineData("https://api.securitycenter.microsoft.com/.default", WireFamily.Mde)]
    [InlineData("https://securitycenter.onmicrosoft.com/windowsatpservice/.default", WireFamily.Mde)]
    [InlineData("https://api.security.microsoft.com/.default", WireFamily.M365d)]
    [InlineData("8ee8fdad-f234-4243-8f3b-15c294843740/.default", WireFamily.M365d)]
    [InlineData("https://graph.microsoft.com/.default", WireFamily.Graph)]
    [InlineData("https://graph.microsoft.com//.default", WireFamily.Graph)]
    public async Task The_v2_endpoint_answers_with_numbers_and_its_token_works(string scope, WireFamily family)
    {
        await using var host = await TestHost.StartAsync();
        var reply = await AskAsync(host, $"/{host.Tenants.Default.Id}/oauth2/v2.0/token", V2(host, scope));
        Assert.Equal(200, reply.Status);
        Assert.Equal(["token_type", "expires_in", "ext_expires_in", "access_token"], reply.Json.EnumerateObject().Select(p => p.Name));
        Assert.Equal(3599, reply.Json.GetProperty("expires_in").GetInt32());
        var token = reply.Json.GetProperty("access_token").GetString()!;
        Assert.Equal(200, (await host.PostAsync(TestHost.PathOf(family), """{"Query":"T"}""", token)).Status);
    }

    [Fact]
    public async Task A_token_has_the_recorded_claims()
    {
        await using var host = await TestHost.StartAsync();
        var token = host.Issuer.IssueAppToken(WireFamily.Mde, host.Tenants.Default, TimeSpan.FromHours(1));
        var header = TestTokens.Part(token, 0);
        Assert.Equal(["alg", "kid", "typ", "x5t"], header.Select(p => p.Key).Order());
        Assert.Equal("RS256", (string?)header["alg"]);
        var claims = TestTokens.Part(token, 1);
        Assert.Equal(
            ["aud", "iss", "iat", "nbf", "exp", "aio", "app_displayname", "appid", "appidacr", "idp", "oid", "rh", "roles", "sub", "tenant_region_scope", "tid", "uti", "ver"],
            claims.Select(p => p.Key));
        var tenant = host.Tenants.Default.Id;
        Assert.Equal("https://api.securitycenter.microsoft.com", (string?)claims["aud"]);
        Assert.Equal($"https://sts.windows.net/{tenant}/", (string?)claims["iss"]);
        Assert.Equal(tenant.ToString(), (string?)claims["tid"]);
        Assert.Equal(65 * 60, (long)claims["exp"]! - (long)claims["nbf"]!);
        Assert.Equal("1.0", (string?)claims["ver"]);
        Assert.Equal("AdvancedQuery.Read.All", (string?)Assert.Single(claims["roles"]!.AsArray()));
    }

    public static TheoryData<string, string, int, string, int> Refused() => new()
    {
        { "nowhere", "", 400, "invalid_request", 90002 },
        { "default", "", 400, "invalid_request", 900144 },
        { "default", "grant_type=password", 400, "unsupported_grant_type", 70003 },
        { "default", "grant_type=client_credentials", 400, "invalid_request", 900144 },
        { "default", "grant_type=client_credentials&client_id=x", 400, "unauthorized_client", 700016 },
        { "default", "grant_type=client_credentials&client_id=74be27de-1e4e-49d9-b579-fe0b331d3642&client_secret=x", 400, "unauthorized_client", 700016 },
        { "default", "grant_type=client_credentials&client_id={id}", 401, "invalid_client", 7000218 },
        { "default", "grant_type=client_credentials&client_id={id}&client_secret=wrong", 401, "invalid_client", 7000215 },
        { "default", "grant_type=client_credentials&client_id={id}&client_secret={secret}x", 401, "invalid_client", 7000215 },
        { "default", "grant_type=client_credentials&client_id={id}&client_secret={secret}", 400, "invalid_request", 900144 },
        { "default", "grant_type=client_credentials&client_id={id}&client_secret={secret}&scope=", 400, "invalid_request", 900144 },
        { "default", "grant_type=client_credentials&client_id={id}&client_secret={secret}&scope=openid", 400, "invalid_scope", 1002012 },
        { "default", "grant_type=client_credentials&client_id={id}&client_secret={secret}&scope=a%20https://graph.microsoft.com/.default", 400, "invalid_scope", 1002012 },
        { "default", "grant_type=client_credentials&client_id={id}&client_secret={secret}&scope=https://vault.azure.net/.default", 400, "invalid_scope", 500011 },
        { "default", "grant_type=client_credentials&client_id={id}&client_secret={secret}&scope=/.default", 400, "invalid_scope", 500011 },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Refusals_have_the_identity_platforms_shape(string tenant, string form, int status, string error, int code)
    {
        await using var host = await TestHost.StartAsync();
        var client = host.Issuer.DefaultClient;
        form = form.Replace("{id}", client.AppId.ToString(), StringComparison.Ordinal).Replace("{secret}", client.Secret, StringComparison.Ordinal);
        var reply = await AskAsync(host, $"/{tenant}/oauth2/v2.0/token", form);
        Assert.Equal(status, reply.Status);
        Assert.Equal(
            ["error", "error_description", "error_codes", "timestamp", "trace_id", "correlation_id", "error_uri"],
            reply.Json.EnumerateObject().Select(p => p.Name));
        Assert.Equal(error, reply.Json.GetProperty("error").GetString());
        Assert.Equal(code, reply.Json.GetProperty("error_codes")[0].GetInt32());
        Assert.StartsWith($"AADSTS{code}: ", reply.Json.GetProperty("error_description").GetString(), StringComparison.Ordinal);
        Assert.Equal("2026-11-21 12:00:00Z", reply.Json.GetProperty("timestamp").GetString());
        Assert.DoesNotContain(client.Secret, reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task V1_names_a_wrong_resource()
    {
        await using var host = await TestHost.StartAsync();
        var reply = await AskAsync(host, "/default/oauth2/token", V1(host, "https://vault.azure.net"));
        Assert.Equal((400, "invalid_resource"), (reply.Status, reply.Json.GetProperty("error").GetString()));
    }

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("multipart/form-data; boundary=x", "--x--")]
    [InlineData("text/plain", "grant_type=client_credentials")]
    [InlineData("application/x-www-form-urlencoded", "%ff%fe=%zz&&&==&\0")]
    [InlineData("application/x-www-form-urlencoded", "large")]
    public async Task Bodies_that_are_no_form_are_400(string type, string body)
    {
        await using var host = await TestHost.StartAsync();
        if (body == "large")
            body = "grant_type=" + new string('x', 100_000);
        var reply = await AskAsync(host, "/default/oauth2/v2.0/token", body, type);
        Assert.Equal(400, reply.Status);
        Assert.True(reply.Json.TryGetProperty("error_description", out _));
    }

    [Fact]
    public async Task Credentials_can_come_in_a_Basic_header()
    {
        await using var host = await TestHost.StartAsync();
        var client = host.Issuer.DefaultClient;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/common/oauth2/v2.0/token")
        {
            Content = new StringContent("grant_type=client_credentials&scope=https://graph.microsoft.com/.default", Encoding.ASCII, "application/x-www-form-urlencoded"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{client.AppId}:{client.Secret}")));
        using var response = await host.Client.SendAsync(request);
        Assert.Equal(200, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("/default/v2.0/.well-known/openid-configuration", "v2.0/")]
    [InlineData("/common/v2.0/.well-known/openid-configuration", "v2.0/")]
    [InlineData("/organizations/v2.0/.well-known/openid-configuration", "v2.0/")]
    [InlineData("/default/.well-known/openid-configuration", "")]
    [InlineData("/common/.well-known/openid-configuration", "")]
    public async Task Discovery_leads_to_the_keys_that_sign(string path, string version)
    {
        await using var host = await TestHost.StartAsync(o => o with { PublicUrl = new Uri("https://hunting.contoso.example:8443/") });
        var document = (await host.SendAsync(HttpMethod.Get, path, null, null)).Json;
        var tenant = host.Tenants.Default.Id;
        Assert.Equal($"https://hunting.contoso.example:8443/{tenant}/oauth2/{version}token", document.GetProperty("token_endpoint").GetString());
        Assert.StartsWith($"https://hunting.contoso.example:8443/{tenant}/", document.GetProperty("issuer").GetString(), StringComparison.Ordinal);
        foreach (var name in (string[])["authorization_endpoint", "device_authorization_endpoint", "end_session_endpoint", "response_types_supported", "subject_types_supported",
            "id_token_signing_alg_values_supported", "token_endpoint_auth_methods_supported", "tenant_region_scope", "cloud_instance_name", "cloud_graph_host_name", "msgraph_host"])
            Assert.True(document.TryGetProperty(name, out _), name);

        var keys = await host.SendAsync(HttpMethod.Get, new Uri(document.GetProperty("jwks_uri").GetString()!).AbsolutePath, null, null);
        var key = Assert.Single(keys.Json.GetProperty("keys").EnumerateArray());
        var token = host.Token(WireFamily.Graph).Split('.');
        Assert.Equal((string?)TestTokens.Part(host.Token(WireFamily.Graph), 0)["kid"], key.GetProperty("kid").GetString());
        Assert.Equal((string?)TestTokens.Part(host.Token(WireFamily.Graph), 0)["x5t"], key.GetProperty("x5t").GetString());
        Assert.False(key.TryGetProperty("d", out _));
        using var rsa = RSA.Create(new RSAParameters { Modulus = Base64UrlEncoder.DecodeBytes(key.GetProperty("n").GetString()), Exponent = Base64UrlEncoder.DecodeBytes(key.GetProperty("e").GetString()) });
        Assert.True(rsa.VerifyData(Encoding.ASCII.GetBytes($"{token[0]}.{token[1]}"), Base64UrlEncoder.DecodeBytes(token[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        using var certificate = X509CertificateLoader.LoadCertificate(key.GetProperty("x5c")[0].GetBytesFromBase64());
        Assert.Equal(rsa.ExportParameters(false).Modulus, certificate.GetRSAPublicKey()!.ExportParameters(false).Modulus);
    }

    [Fact]
    public async Task Instance_discovery_says_this_server_is_its_own_cloud()
    {
        await using var host = await TestHost.StartAsync();
        var reply = await host.SendAsync(HttpMethod.Get, "/common/discovery/instance?api-version=1.1&authorization_endpoint=http://localhost/common/oauth2/v2.0/authorize", null, null);
        Assert.Equal(
            """{"tenant_discovery_endpoint":"http://localhost/common/v2.0/.well-known/openid-configuration","api-version":"1.1","metadata":[{"preferred_network":"localhost","preferred_cache":"localhost","aliases":["localhost"]}]}""",
            reply.Body);
    }

    [Fact]
    public async Task Tenants_stay_apart()
    {
        var (one, two) = (Guid.NewGuid(), Guid.NewGuid());
        await using var host = await TestHost.StartAsync(prepare: data =>
        {
            File.WriteAllText(Path.Combine(data, "tenants.json"), $$"""{"tenants":[{"id":"{{one}}","name":"one"},{"id":"{{two}}","name":"two"}]}""");
            File.WriteAllText(Path.Combine(data, "auth", "clients.json"), $$"""
                {"clients":[
                  {"appId":"{{Guid.NewGuid()}}","name":"a","tenantId":"{{one}}","secret":"0123456789abcdef-one","roles":["ThreatHunting.Read.All"]},
                  {"appId":"{{two}}","name":"b","tenantId":"{{two}}","secret":"0123456789abcdef-two","roles":["AdvancedHunting.Read.All"]}]}
                """);
        });
        const string Form = "grant_type=client_credentials&scope=https://graph.microsoft.com/.default&client_id=";
        Assert.Equal(200, (await AskAsync(host, "/one/oauth2/v2.0/token", $"{Form}{host.Issuer.DefaultClient.AppId}&client_secret=0123456789abcdef-one")).Status);
        Assert.Equal(400, (await AskAsync(host, "/two/oauth2/v2.0/token", $"{Form}{host.Issuer.DefaultClient.AppId}&client_secret=0123456789abcdef-one")).Status);

        // a client gets a token for any API, but only with the roles it has
        var reply = await AskAsync(host, "/two/oauth2/v2.0/token", $"{Form}{two}&client_secret=0123456789abcdef-two");
        var token = reply.Json.GetProperty("access_token").GetString()!;
        Assert.Equal(403, (await host.PostAsync(TestHost.PathOf(WireFamily.Graph), """{"query":"T"}""", token)).Status);

        // the issuer of one tenant does not speak for the other
        var mixed = new TestTokens(host).With(WireFamily.Graph, p => p["tid"] = two.ToString());
        Assert.Equal(401, (await host.PostAsync(TestHost.PathOf(WireFamily.Graph), """{"query":"T"}""", mixed)).Status);

        var forTwo = host.Issuer.IssueAppToken(WireFamily.Graph, host.Tenants.Find("two")!, TimeSpan.FromMinutes(5));
        Assert.Equal(200, (await host.PostAsync(TestHost.PathOf(WireFamily.Graph), """{"query":"T"}""", forTwo)).Status);
        Assert.Equal(two, Assert.Single(host.Hunting.Requests).Caller.TenantId);
    }

    [Fact]
    public async Task A_token_made_beside_the_running_server_works()
    {
        await using var host = await TestHost.StartAsync();
        var tenants = TenantRegistry.Open(host.Data);
        using var beside = BuiltInIssuer.Open(host.Data, tenants, new TokenOptions(), host.Clock);
        var token = beside.IssueAppToken(WireFamily.M365d, tenants.Default, TimeSpan.FromMinutes(10));
        Assert.Equal(200, (await host.PostAsync(TestHost.PathOf(WireFamily.M365d), """{"Query":"T"}""", token)).Status);
    }

    [Fact]
    public async Task Keys_and_secrets_are_the_owners_alone()
    {
        await using var host = await TestHost.StartAsync();
        if (OperatingSystem.IsWindows())
            return;
        var auth = Path.Combine(host.Data, "auth");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(auth));
        var files = Directory.GetFiles(auth);
        Assert.Equal(["clients.json", "signing.pem"], files.Select(Path.GetFileName).Order());
        foreach (var file in files)
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Theory]
    [InlineData("signing.pem", "")]
    [InlineData("signing.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")]
    [InlineData("clients.json", "{")]
    [InlineData("clients.json", "{\"clients\":[]}")]
    [InlineData("clients.json", "{\"clients\":[{\"appId\":\"74be27de-1e4e-49d9-b579-fe0b331d3642\",\"tenantId\":\"74be27de-1e4e-49d9-b579-fe0b331d3642\",\"secret\":\"topsecret0123456789\"}]}")]
    [InlineData("clients.json", "{\"clients\":[{\"secret\":topsecret}]}")]
    public async Task A_broken_file_stops_the_start_with_its_name(string file, string text)
    {
        var mistake = await Assert.ThrowsAsync<SettingsException>(() => TestHost.StartAsync(prepare: data => File.WriteAllText(Path.Combine(data, "auth", file), text)));
        Assert.Contains(file, mistake.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("topsecret", mistake.ToString(), StringComparison.Ordinal);
    }

    private static string V1(TestHost host, string resource) =>
        $"grant_type=client_credentials&client_id={host.Issuer.DefaultClient.AppId}&client_secret={host.Issuer.DefaultClient.Secret}&resource={Uri.EscapeDataString(resource)}";

    private static string V2(TestHost host, string scope) =>
        $"grant_type=client_credentials&client_id={host.Issuer.DefaultClient.AppId}&client_secret={host.Issuer.DefaultClient.Secret}&scope={Uri.EscapeDataString(scope)}";

    private static async Task<Reply> AskAsync(TestHost host, string path, string form, string type = "application/x-www-form-urlencoded")
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(form));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var response = await host.Client.PostAsync(new Uri(path, UriKind.Relative), content);
        return await Reply.OfAsync(response);
    }
}
