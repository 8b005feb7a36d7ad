namespace Drever.Functions.Scalar.Net;

/// <summary>One kind of browser, system or device: a pattern whose groups are version numbers, and the names that go with it.</summary>
/// <param name="Family">Its name; <c>\1</c> is what the first group of the pattern matched.</param>
/// <param name="Pattern">Up to four groups: major, minor, patch, patch minor; for a device one group, the model.</param>
/// <param name="Brand">Of a device.</param>
internal sealed record UserAgentKind(string Family, string Pattern, string Brand = "")
{
    /// <summary>The major version, or a device's model, where the text does not have it.</summary>
    public string? Major { get; init; }
}

/// <summary>
/// What user agents are told by; the first that matches counts. The usual browsers, systems, script clients and devices, not the thousands of
/// the service's list.
/// </summary>
internal static class UserAgents
{
    private const string Version = @"/(\d+)(?:\.(\d+))?(?:\.(\d+))?";

    public static IReadOnlyList<UserAgentKind> Browsers { get; } =
    [
        new("AdobeAIR", "AdobeAIR" + Version),
        new("Edge Mobile", "(?:EdgA|EdgiOS)" + Version),
        new("Edge", "(?:Edge|Edg)" + Version),
        new("Opera", "OPR" + Version),
        new("Opera", @"Opera.*Version" + Version),
        new("Samsung Internet", "SamsungBrowser" + Version),
        new("Chrome Mobile iOS", "CriOS" + Version),
        new("Firefox iOS", "FxiOS" + Version),
        new("Firefox Mobile", "(?:Mobile|Tablet);.*Firefox" + Version),
        new("Firefox", "Firefox" + Version),
        new("HeadlessChrome", "HeadlessChrome" + Version),
        new("Electron", "Electron" + Version),
        new("Chrome Mobile WebView", "; wv\\).*Chrome" + Version),
        new("Chrome Mobile", "Chrome" + Version + ".* Mobile"),
        new("Chromium", "Chromium" + Version),
        new("Chrome", "Chrome" + Version),
        new("Mobile Safari", "(?:iPhone|iPad|iPod).*Version" + Version + ".*Safari"),
        new("Safari", "Version" + Version + ".*Safari"),
        new("IE", @"MSIE (\d+)(?:\.(\d+))?"),
        new("IE", @"Trident/7.*rv:(\d+)(?:\.(\d+))?"),
        new("PowerShell", "PowerShell" + Version),
        new("curl", "curl" + Version),
        new("Wget", "Wget" + Version),
        new("Python Requests", "python-requests" + Version),
        new("Python-urllib", "Python-urllib" + Version),
        new("Go-http-client", "Go-http-client" + Version),
        new("okhttp", "okhttp" + Version),
        new("Java", "Java" + Version),
        new("Outlook", @"Microsoft Outlook (\d+)(?:\.(\d+))?(?:\.(\d+))?"),
    ];

    public static IReadOnlyList<UserAgentKind> Systems { get; } =
    [
        new("Windows Phone", @"Windows Phone(?: OS)? (\d+)(?:\.(\d+))?"),
        new("Windows", @"Windows NT (10)\.0"),
        new("Windows", @"Windows NT 6\.3()") { Major = "8.1" },
        new("Windows", @"Windows NT 6\.2()") { Major = "8" },
        new("Windows", @"Windows NT 6\.1()") { Major = "7" },
        new("Windows", @"Windows NT 6\.0()") { Major = "Vista" },
        new("Windows", @"Windows NT 5\.[12]()") { Major = "XP" },
        new("Windows", "Windows()"),
        new("iOS", @"(?:iPhone|iPad|iPod).* OS (\d+)_(\d+)(?:_(\d+))?"),
        new("Android", @"Android[ -]?(\d+)(?:\.(\d+))?(?:\.(\d+))?"),
        new("Chrome OS", @"CrOS \w+ (\d+)(?:\.(\d+))?(?:\.(\d+))?"),
        new("Mac OS X", @"Mac OS X (\d+)[_.](\d+)(?:[_.](\d+))?"),
        new("Symbian OS", @"SymbianOS/(\d+)(?:\.(\d+))?"),
        new("Ubuntu", @"Ubuntu(?:/(\d+)(?:\.(\d+))?)?"),
        new("Fedora", "Fedora()"),
        new("Linux", "Linux()"),
    ];

    public static IReadOnlyList<UserAgentKind> Devices { get; } =
    [
        new("iPhone", "(iPhone)", "Apple"),
        new("iPad", "(iPad)", "Apple"),
        new("iPod", "(iPod)", "Apple"),
        new("Mac", "Macintosh()", "Apple") { Major = "Mac" },
        new(@"Samsung \1", @"Android.*; (?:SAMSUNG )?(SM-\w+)", "Samsung"),
        new(@"\1", @"Android.*; (Pixel[^;)]*?)(?: Build|[;)])", "Google"),
        new(@"Nokia \1", @"Nokia ?(\w+)", "Nokia"),
        new("Spider", "(?i)(?:bot|spider|crawl)()", "Spider") { Major = "Desktop" },
    ];
}
