namespace Drever.Ingest.Demo.World;

/// <summary>A host on the internet. Names are reserved ones, addresses those of RFC 5737.</summary>
internal sealed record Site(string Host, string Ip)
{
    public static Site Mail { get; } = new("outlook.cloudsuite.example", "192.0.2.10");
    public static Site Teams { get; } = new("teams.cloudsuite.example", "192.0.2.11");
    public static Site Files { get; } = new("files.cloudsuite.example", "192.0.2.12");
    public static Site Login { get; } = new("login.cloudsuite.example", "192.0.2.13");
    public static Site Update { get; } = new("update.winpatch.example", "192.0.2.20");
    public static Site Certificates { get; } = new("crl.trustroot.example", "192.0.2.21");
    public static Site Erp { get; } = new("api.nordledger.example", "198.51.100.40");

    /// <summary>The phishing page.</summary>
    public static Site Phishing { get; } = new("portal.nordlicht-billing.example", "203.0.113.77");

    /// <summary>Where the loader comes from and reports to.</summary>
    public static Site Control { get; } = new("cdn.sync-assets.example", "203.0.113.23");

    /// <summary>Where the stolen files go.</summary>
    public static Site Drop { get; } = new("storage.sync-assets.example", "203.0.113.140");

    /// <summary>Where the stolen session is used from.</summary>
    public const string IntruderIp = "203.0.113.200";

    /// <summary>The company's own address on the internet.</summary>
    public const string OfficeIp = "198.51.100.7";

    /// <summary>What people read, the most frequent first.</summary>
    public static Site[] Web { get; } =
    [
        new("www.dagsnytt.example", "192.0.2.40"), new("search.hitta.example", "192.0.2.41"), new("www.wikiworld.example", "192.0.2.42"), new("cdn.fastedge.example", "192.0.2.43"),
        new("weather.vader.example", "192.0.2.44"), new("forum.instrument.example", "192.0.2.45"), new("shop.kontorsbutiken.example", "192.0.2.46"), new("maps.karta.example", "192.0.2.47"),
        new("video.strom.example", "192.0.2.48"), new("www.tagplan.example", "192.0.2.49"), new("git.kodlager.example", "198.51.100.60"), new("docs.kodlager.example", "198.51.100.61"),
        new("ads.klickmera.example", "198.51.100.62"), new("metrics.klickmera.example", "198.51.100.63"), new("www.lunchguiden.example", "198.51.100.64"), new("bank.sparhus.example", "198.51.100.65"),
    ];
}
