using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ReportBot.Bot.Tests.Cases;

namespace ReportBot.Bot.Tests.Alerts;

/// <summary>An authority that vouches for mail servers of one test, with its certificate in a file of its own.</summary>
public sealed class TestAuthority : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly X509Certificate2 _authority;
    private readonly List<X509Certificate2> _made = [];

    public TestAuthority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Test authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        _authority = request.CreateSelfSigned(Now.AddDays(-2), Now.AddDays(2));
        File = Path.Combine(_folder.Data.Path, "authority.pem");
        System.IO.File.WriteAllText(File, _authority.ExportCertificatePem());
    }

    /// <summary>The file to trust it by.</summary>
    public string File { get; }

    // A certificate holds by the machine's clock, which TLS asks.
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>A certificate for a server; by default for this machine, and good now.</summary>
    public X509Certificate2 For(IPAddress? address = null, TimeSpan ago = default)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=mail", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(address ?? IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        using var signed = request.Create(_authority, Now.AddHours(-24) - ago, Now.AddHours(12) - ago, RandomNumberGenerator.GetBytes(8));
        using var whole = signed.CopyWithPrivateKey(key);
        // A server needs the key in a store that outlives this method.
        var made = X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null);
        _made.Add(made);
        return made;
    }

    public void Dispose()
    {
        foreach (var one in _made)
            one.Dispose();
        _authority.Dispose();
        _folder.Dispose();
    }
}
