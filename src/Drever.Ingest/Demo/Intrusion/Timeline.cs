namespace Drever.Ingest.Demo.Intrusion;

/// <summary>When the intrusion happens: begins at 08:41 UTC on a Tuesday, six to twelve days before the end of the demo, and is over on Thursday.</summary>
internal sealed record Timeline(DateTime MailSent)
{
    public static Timeline For(DemoOptions options)
    {
        var day = options.Now.Date.AddDays(-6);
        while (day.DayOfWeek != DayOfWeek.Tuesday)
            day = day.AddDays(-1);
        return new(day.AddHours(8).AddMinutes(41).AddTicks(2_184_533));
    }

    public DateTime Click => MailSent.AddMinutes(11);

    public DateTime Macro => MailSent.AddMinutes(13);

    public DateTime Persistence => MailSent.AddMinutes(22);

    public DateTime Discovery => MailSent.AddMinutes(39);

    public DateTime CredentialDump => MailSent.AddMinutes(84);

    public DateTime LateralMovement => MailSent.AddHours(16).AddMinutes(31).AddTicks(3_428_559);

    public DateTime Collection => LateralMovement.AddMinutes(48);

    public DateTime Exfiltration => LateralMovement.AddMinutes(88);

    public DateTime CloudAccess => MailSent.AddHours(29).AddMinutes(24).AddTicks(1_905_278);

    /// <summary>The cleaning-up after the first alert was read.</summary>
    public DateTime Response => MailSent.AddHours(46).AddMinutes(49).AddTicks(6_012_744);
}
